using System.Data.Common;
using HandoffBot.Domain.Campaigns;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Features.Handoff;
using HandoffBot.Features.Intake;
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

        var together = await TogetherAsync(
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
    public async Task Numbers_are_given_once_each(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);

        var numbers = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(_ => bot.CommitAsync(s => s.Db.NextAsync("lead", CancellationToken.None)))
        );

        Assert.Equal(Enumerable.Range(1, 50).Select(n => (long)n), numbers.Order());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Numbers_reserved_for_a_batch_and_not_used_are_given_back(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        var idle = Enumerable.Repeat((WorkScope _) => Task.FromResult(0L), 10);

        var together = await TogetherAsync(bot, [.. idle, NextAsync, NextAsync, .. idle]);
        var next = await bot.CommitAsync(NextAsync);

        Assert.Equal([1, 2], together.Where(n => n > 0).Order());
        Assert.Equal(3, next);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Beside_one_that_fails_numbers_are_given_once_each(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);

        var together = await TogetherAsync(
            bot,
            [
                NextAsync,
                async scope =>
                {
                    await NextAsync(scope);
                    throw new InvalidOperationException("taken back");
                },
                NextAsync,
                NextAsync,
            ]
        );
        var next = await bot.CommitAsync(NextAsync);

        Assert.Equal(4, together.Append(next).Where(n => n > 0).Distinct().Count());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_was_taken_back_is_not_remembered(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        var team = await bot.TeamAsync();
        var door = new Door(await SourceAsync(bot, team), await bot.ReadAsync(db => db.Teams.SingleAsync()));

        await TogetherAsync(
            bot,
            [
                async scope =>
                {
                    await AskAsync(scope, door, "1");
                    throw new InvalidOperationException("the campaign it made is taken back with it");
                },
                scope => AskAsync(scope, door, "2"),
                scope => AskAsync(scope, door, "3"),
            ]
        );

        var campaign = await bot.ReadAsync(db => db.Campaigns.SingleAsync());
        Assert.All(
            await bot.ReadAsync(db => db.Leads.ToListAsync()),
            lead => Assert.Equal(campaign.Id, lead.CampaignId)
        );
        Assert.Equal(2, await bot.ReadAsync(db => db.Leads.CountAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_chat_given_away_in_the_same_batch_gets_no_card_any_more(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        var team = await bot.TeamAsync();
        var door = new Door(await SourceAsync(bot, team), await bot.ReadAsync(db => db.Teams.SingleAsync()));

        await TogetherAsync(
            bot,
            [
                scope => AskAsync(scope, door, "1"),
                async scope =>
                {
                    (await scope.Db.Chats.SingleAsync(c => c.ChatId == -1001)).Lose();
                    await scope.Db.SaveChangesAsync();
                    return 0;
                },
                scope => AskAsync(scope, door, "2"),
            ]
        );

        var cards = await bot.ReadAsync(db => db.Outbox.Where(o => o.Delivery == nameof(PostCard)).ToListAsync());
        Assert.Equal(-1001, Assert.Single(cards).ChatId);
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

    /// <summary>All in one batch: the writer is held up until they wait. What failed answers 0.</summary>
    private static async Task<IReadOnlyList<long>> TogetherAsync(
        TestBot bot,
        IReadOnlyList<Func<WorkScope, Task<long>>> works
    )
    {
        var (held, letGo) = (new TaskCompletionSource(), new TaskCompletionSource());
        var before = bot.CommitAsync(_ =>
        {
            held.TrySetResult();
            return letGo.Task;
        });
        await held.Task;
        var writes = works.Select(work => bot.CommitAsync(work)).ToList();
        letGo.SetResult();
        await before;
        await Task.WhenAll(writes).ContinueWith(_ => { }, TaskScheduler.Default);
        return [.. writes.Select(w => w.IsFaulted ? 0 : w.Result)];
    }

    private static async Task<long> AskAsync(WorkScope scope, Door door, string key)
    {
        var asked = new NewInquiry
        {
            KeyKind = InquiryKey.ExternalId,
            Key = key,
            Email = $"{key}@windows.example",
            Campaign = "Autumn",
        };
        return (await scope.Get<ReceiveLead>().HandleAsync(door, asked, CancellationToken.None)).Lead.Value;
    }

    private static async Task<Source> SourceAsync(TestBot bot, TeamId team)
    {
        var source = new Source
        {
            Team = team,
            Name = "Site",
            FormKey = "form",
            CreatedAt = TestBot.Monday,
        };
        await bot.CommitAsync(async scope =>
        {
            scope.Db.Sources.Add(source);
            await scope.Db.SaveChangesAsync();
        });
        return source;
    }

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
