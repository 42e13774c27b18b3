using HandoffBot.Chat;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffBot.Tests.Outbox;

public sealed class LongWaitsTests
{
    private const long Sales = -1001;
    private const long Marketing = -1002;
    private const long Peter = 13;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_waits_for_a_person_ends_after_a_week_and_what_waits_for_a_chat_does_not(
        StorageProvider provider
    )
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.CommitAsync(async scope =>
        {
            var now = bot.Clock.GetUtcNow();
            scope.Db.Outbox.AddRange(
                Held("SendContact", Peter, now.AddDays(-8)),
                Held("young", Peter, now.AddDays(-6)),
                Held("restored", Peter, now.AddDays(-8), OutboxMessage.Restored),
                Held(Deliveries.CoverMessages, Peter, now.AddDays(-8)),
                Held("card", Sales, now.AddDays(-8))
            );
            await scope.Db.SaveChangesAsync();
        });

        await using var scope = bot.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<EndLongWaits>().SweepAsync(CancellationToken.None);

        var ended = await bot.ReadAsync(db => db.Outbox.SingleAsync(o => o.State == OutboxState.Ended));
        Assert.Equal(("SendContact", EndLongWaits.Why, null), (ended.Delivery, ended.Why, ended.Arguments));
        Assert.Equal(4, await bot.ReadAsync(db => db.Outbox.CountAsync(o => o.State == OutboxState.Held)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_waits_for_others_does_not_wait_with_it(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var said = new Sayings(bot)
        {
            Answer = chat => chat == Sales ? new SendOutcome.Held(HeldReason.NotAMember, "kicked") : null,
        };
        await said.SayAsync(Sales, "one");
        await bot.DispatchDueAsync();
        await said.SayAsync(Sales, "two");
        await said.SayAsync(Marketing, "first", "second");
        var queue = bot.Services.GetRequiredService<OutboxQueue>();

        var taken = await queue.LeaseAsync((await queue.NextAsync([], 9, CancellationToken.None)).Ready, default);

        Assert.Equal(Marketing, Assert.Single(taken).ChatId);
        Assert.Equal(
            [OutboxState.Held, OutboxState.Held, OutboxState.Sending, OutboxState.Pending],
            (await said.RowsAsync()).Where(r => r.ChatId < 0).Select(r => r.State)
        );
    }

    private static OutboxMessage Held(string delivery, long chat, DateTimeOffset at, string why = "blocked")
    {
        var intent = new Intent(
            delivery,
            new ChatAddress(chat),
            $"test:{delivery}",
            OutboxPriority.Private,
            new[] { 1 }
        );
        var row = OutboxMessage.Of(intent, at);
        row.Hold(why);
        return row;
    }
}
