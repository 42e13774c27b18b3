using HandoffBot.Domain.Campaigns;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

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
    public async Task Numbers_are_given_once_each(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);

        var numbers = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(_ => bot.CommitAsync(s => s.Db.NextAsync("lead", CancellationToken.None)))
        );

        Assert.Equal(Enumerable.Range(1, 50).Select(n => (long)n), numbers.Order());
    }
}
