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
