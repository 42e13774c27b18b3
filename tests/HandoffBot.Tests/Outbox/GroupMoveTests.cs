using HandoffBot.Chat;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Outbox;

public sealed class GroupMoveTests
{
    private const long Old = -1001;
    private const long New = -100555;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_waits_follows_the_group_and_what_was_said_ended_or_restored_stays_as_it_is(
        StorageProvider provider
    )
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        await bot.CommitAsync(scope =>
        {
            scope.Db.Outbox.AddRange(
                Row("waits", _ => { }),
                Row("held", r => r.Hold("kicked")),
                Row("restored", r => r.Hold(OutboxMessage.Restored)),
                Row("said", r => r.Finish(TestBot.Monday)),
                Row("ended", r => r.End(TestBot.Monday, "not needed")),
                Row("of another", r => r.MoveTo(new ChatAddress(-1002, 0))),
                Row("held for another", r => Elsewhere(r))
            );
            return scope.Db.SaveChangesAsync();
        });

        await bot.CommitAsync(async scope =>
        {
            // As whoever marks a message has it at hand.
            var atHand = await scope.Db.Outbox.Where(o => o.Delivery == "waits" || o.ChatId == -1002).ToListAsync();
            await GroupMove.FollowAsync(scope.Db, Old, New, CancellationToken.None);
            await scope.Db.SaveChangesAsync();
            Assert.Equal([New, -1002, -1002], atHand.OrderBy(o => o.Seq).Select(o => o.ChatId));
        });

        var rows = await bot.ReadAsync(db => db.Outbox.AsNoTracking().ToListAsync());
        Assert.Equal(
            [
                ("ended", Old, OutboxState.Ended),
                ("held", New, OutboxState.Pending),
                ("held for another", -1002, OutboxState.Held),
                ("of another", -1002, OutboxState.Pending),
                ("restored", New, OutboxState.Held),
                ("said", Old, OutboxState.Sent),
                ("waits", New, OutboxState.Pending),
            ],
            rows.Select(r => (r.Delivery, r.ChatId, r.State)).OrderBy(r => r.Delivery, StringComparer.Ordinal)
        );
    }

    private static void Elsewhere(OutboxMessage row)
    {
        row.MoveTo(new ChatAddress(-1002, 0));
        row.Hold("kicked");
    }

    private static OutboxMessage Row(string name, Action<OutboxMessage> then)
    {
        var intent = new Intent(name, new ChatAddress(Old), "test:1", OutboxPriority.Turn);
        var row = OutboxMessage.Of(intent, TestBot.Monday);
        then(row);
        return row;
    }
}
