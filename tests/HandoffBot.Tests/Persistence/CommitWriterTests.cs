using System.Data.Common;
using HandoffBot.Domain.Campaigns;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffBot.Tests.Persistence;

public sealed class CommitWriterTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task One_bad_write_of_a_batch_fails_alone(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        var team = await bot.TeamAsync();

        var writes = Enumerable
            .Range(0, 20)
            .Select(i => bot.CommitAsync(Write(i == 7 ? "code3" : $"code{i}")))
            .ToList();
        await Task.WhenAll(writes).ContinueWith(_ => { }, TaskScheduler.Default);

        var failed = Assert.Single(writes, w => w.IsFaulted);
        Assert.IsType<DbUpdateException>(failed.Exception!.InnerException);
        Assert.Equal(19, await bot.ReadAsync(db => db.Campaigns.CountAsync()));

        Func<WorkScope, Task> Write(string code) =>
            async scope =>
            {
                scope.Db.Campaigns.Add(
                    new Campaign
                    {
                        Team = team,
                        Code = code,
                        Name = code,
                    }
                );
                await scope.Db.SaveChangesAsync();
            };
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_follows_a_commit_is_done_once_however_often_the_work_was_tried(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        var (tries, counted) = (0, new List<string>());

        await bot.CommitAsync(scope =>
        {
            scope.Db.OnceCommitted(() => counted.Add("tried again"));
            return ++tries < 3 ? throw new DbUpdateException("somebody was faster") : Task.CompletedTask;
        });
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            bot.CommitAsync(scope =>
            {
                scope.Db.OnceCommitted(() => counted.Add("taken back"));
                return Task.FromException(new InvalidOperationException());
            })
        );
        await bot.CommitAsync(_ => Task.CompletedTask);

        Assert.Equal(["tried again"], counted);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_follows_a_commit_may_fail_and_the_commit_stands(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);

        var together = await HeldWriter.TogetherAsync(
            bot,
            [
                scope =>
                {
                    scope.Db.OnceCommitted(() => throw new InvalidOperationException("afterwards"));
                    return NextAsync(scope);
                },
                NextAsync,
            ]
        );

        Assert.Equal([1, 2], together);
        Assert.Equal(3, await bot.CommitAsync(NextAsync));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_commit_that_failed_may_have_happened_and_is_not_done_again(StorageProvider provider)
    {
        var lost = new LostCommits();
        await using var bot = await TestBot.StartAsync(
            provider,
            services =>
                services
                    .ConfigureDbContext<SqliteHandoffDb>(o => o.AddInterceptors(lost))
                    .ConfigureDbContext<PostgresHandoffDb>(o => o.AddInterceptors(lost))
        );
        var tried = 0;

        lost.Next = true;
        await Assert.ThrowsAsync<IOException>(() =>
            bot.CommitAsync(async scope =>
            {
                tried++;
                await NextAsync(scope);
            })
        );

        Assert.Equal(1, tried);
        Assert.Equal(2, await bot.CommitAsync(NextAsync));
    }

    private static Task<long> NextAsync(WorkScope scope) => scope.Db.NextAsync("lead", CancellationToken.None);

    /// <summary>The commit happens, and the answer to it is lost.</summary>
    private sealed class LostCommits : DbTransactionInterceptor
    {
        public bool Next { get; set; }

        public override Task TransactionCommittedAsync(
            DbTransaction transaction,
            TransactionEndEventData eventData,
            CancellationToken cancellationToken = default
        )
        {
            if (!Next)
            {
                return Task.CompletedTask;
            }

            Next = false;
            throw new IOException("The answer was lost.");
        }
    }
}
