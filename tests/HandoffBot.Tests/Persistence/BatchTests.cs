using HandoffBot.Domain.Leads;
using HandoffBot.Features.Handoff;
using HandoffBot.Features.Intake;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Persistence;

/// <summary>What the pieces of work of one batch share, and what they must not.</summary>
public sealed class BatchTests
{
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

        var together = await HeldWriter.TogetherAsync(bot, [.. idle, NextAsync, NextAsync, .. idle]);
        var next = await bot.CommitAsync(NextAsync);

        Assert.Equal([1, 2], together.Where(n => n > 0).Order());
        Assert.Equal(3, next);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Beside_one_that_fails_numbers_are_given_once_each(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);

        var together = await HeldWriter.TogetherAsync(
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
        var door = await OneDoor.OfAsync(bot);

        await HeldWriter.TogetherAsync(
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
        var door = await OneDoor.OfAsync(bot);

        await HeldWriter.TogetherAsync(
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

    private static Task<long> NextAsync(WorkScope scope) => scope.Db.NextAsync("lead", CancellationToken.None);

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
}
