using HandoffBot.Chat;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffBot.Tests.Outbox;

public sealed class PullInRowsTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_was_made_or_tried_by_a_clock_that_was_ahead_is_due_as_long_after_now(
        StorageProvider provider
    )
    {
        await using var bot = await TestBot.StartAsync(provider);
        var now = bot.Clock.GetUtcNow();
        await SayAsync(bot, "made ahead", now + Hour, null);
        await SayAsync(bot, "planned ahead", now + Hour, now + Hour + TimeSpan.FromMinutes(10));
        await SayAsync(bot, "planned", now, now + Hour);
        await SayAsync(bot, "another process", now + TimeSpan.FromMinutes(1), null);
        await SayAsync(bot, "tried ahead", now, null);
        await SayAsync(bot, "said ahead", now + Hour, null);
        await bot.ReadAsync(db =>
            db.Outbox.Where(o => o.Delivery == "said ahead")
                .ExecuteUpdateAsync(set => set.SetProperty(o => o.State, OutboxState.Sent))
        );
        await bot.ReadAsync(db =>
            db.Outbox.Where(o => o.Delivery == "tried ahead")
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(o => o.LeasedAt, now + Hour).SetProperty(o => o.DueAt, now + Hour.Add(Hour / 60))
                )
        );

        await SweepAsync(bot);
        bot.Clock.Advance(TimeSpan.FromSeconds(2));
        await SweepAsync(bot);

        var due = await bot.ReadAsync(db => db.Outbox.ToDictionaryAsync(o => o.Delivery, o => o.DueAt - now));
        Assert.Equal(TimeSpan.Zero, due["made ahead"]);
        Assert.Equal(TimeSpan.FromMinutes(10), due["planned ahead"]);
        Assert.Equal(Hour, due["planned"]);
        Assert.Equal(TimeSpan.FromMinutes(1), due["another process"]);
        Assert.Equal(TimeSpan.FromMinutes(1), due["tried ahead"]);
        Assert.Equal(Hour, due["said ahead"]);
    }

    private static Task SayAsync(TestBot bot, string delivery, DateTimeOffset at, DateTimeOffset? dueAt) =>
        bot.CommitAsync(async scope =>
        {
            var to = new ChatAddress(-1001);
            scope.Db.Say(new Intent(delivery, to, $"test:{delivery}", OutboxPriority.Card, DueAt: dueAt), at);
            await scope.Db.SaveChangesAsync();
        });

    private static async Task SweepAsync(TestBot bot)
    {
        await using var scope = bot.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PullInRows>().SweepAsync(CancellationToken.None);
    }
}
