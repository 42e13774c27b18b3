using HandoffBot.Chat;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffBot.Tests.Outbox;

/// <summary>A leader was paused while it sent; another one led, said the same, and the first one wakes up.</summary>
public sealed class PausedLeaderTests
{
    private const long Sales = -1001;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_the_successor_said_is_not_put_off_by_the_one_that_wakes_up(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        await bot.CommitAsync(async scope =>
        {
            var words = new SayText.Arguments("Common.Sorry", []);
            var intent = new Intent(nameof(SayText), new ChatAddress(Sales), "test:1", OutboxPriority.Card, words);
            scope.Db.Say(intent, bot.Clock.GetUtcNow());
            await scope.Db.SaveChangesAsync();
        });
        var queue = bot.Services.GetRequiredService<OutboxQueue>();
        var marks = bot.Services.GetRequiredService<OutboxMarks>();
        var paused = await LeaseAsync(queue);
        await queue.TakeUpAsync(CancellationToken.None);
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        var taken = await LeaseAsync(queue);
        var speech = new Speech.Say(ChatMessage.Of("said"), MessageRole.Other, 0);
        await using var services = bot.Services.CreateAsyncScope();
        var delivery = services.ServiceProvider.GetRequiredKeyedService<IDelivery>(nameof(SayText));
        await marks.RecordAsync(taken, new Said(speech, new SendOutcome.Sent(7)), delivery, CancellationToken.None);

        await marks.RecordAsync(
            paused,
            new Said(speech, new SendOutcome.Unanswered("it was paused")),
            delivery,
            CancellationToken.None
        );
        await queue.GiveBackAsync(paused, new TimeoutException(), CancellationToken.None);
        await marks.RecordAsync(paused, new Said(speech, new SendOutcome.Sent(6)), delivery, CancellationToken.None);

        var db = services.ServiceProvider.GetRequiredService<HandoffDb>();
        Assert.Equal(OutboxState.Sent, (await db.Outbox.SingleAsync()).State);
        Assert.Equal([6, 7], await db.Messages.Select(m => m.MessageId).OrderBy(m => m).ToListAsync());
    }

    private static async Task<OutboxMessage> LeaseAsync(OutboxQueue queue)
    {
        var next = await queue.NextAsync([], 1, CancellationToken.None);
        return (await queue.LeaseAsync(next.Ready, CancellationToken.None)).Single();
    }
}
