using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Features.Handoff.Queue;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffBot.Tests.Features.Handoff;

public sealed class QueueDrawnTests
{
    /// <summary>Two more came before the queue message went out, so it says another number than the one the rush began with.</summary>
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Queue_that_is_as_long_again_as_at_its_beginning_is_drawn_all_the_same(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var leads = await RushAsync(bot);
        var (one, other) = (await LeadRows.AddAsync(bot, "+79120000098"), await LeadRows.AddAsync(bot, "+79120000099"));
        await new Talk(bot).SayAsync();
        await bot.ReadAsync(db =>
            db.Leads.Where(l => l.Id == one || l.Id == other)
                .ExecuteUpdateAsync(set => set.SetProperty(l => l.Status, LeadStatus.Claimed))
        );
        bot.Clock.Advance(TimeSpan.FromSeconds(10));
        await SweepAsync(bot);

        var drawn = await bot.ReadAsync(db =>
            db.Outbox.CountAsync(o => o.Delivery == nameof(DrawQueue) && o.State == OutboxState.Pending)
        );
        Assert.Equal(1, drawn);
        Assert.Equal(leads, await bot.ReadAsync(db => db.Rushes.Select(r => r.Shown).SingleAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_is_left_of_a_rush_is_listed_urgent_first(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var last = new LeadId(await RushAsync(bot));
        await bot.ReadAsync(db =>
            db.Leads.Where(l => l.Id == last)
                .ExecuteUpdateAsync(set => set.SetProperty(l => l.Priority, LeadPriority.High))
        );
        var rush = new PostQueue.Arguments(await bot.ReadAsync(db => db.Rushes.Select(r => r.Seq).SingleAsync()));
        var intent = new Intent(nameof(ListQueue), new ChatAddress(-1001, 0), "test:1", OutboxPriority.Card, rush);
        await using var scope = bot.Services.CreateAsyncScope();
        var queue = scope.ServiceProvider.GetRequiredKeyedService<IDelivery>(nameof(ListQueue));

        var speech = await queue.RenderAsync(OutboxMessage.Of(intent, bot.Clock.GetUtcNow()), CancellationToken.None);

        var numbers = Assert.IsType<Speech.Say>(speech).Message.Lines[1].PlainText;
        Assert.StartsWith($"{last}, L-1, L-2", numbers, StringComparison.Ordinal);
    }

    /// <returns>How many leads it took.</returns>
    private static async Task<int> RushAsync(TestBot bot)
    {
        var leads = 0;
        while (!await bot.ReadAsync(db => db.Rushes.AnyAsync()))
        {
            await LeadRows.AddAsync(bot, $"+791200000{++leads:00}");
            await SweepAsync(bot);
        }

        return leads;
    }

    private static async Task SweepAsync(TestBot bot)
    {
        await using var scope = bot.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SweepRush>().SweepAsync(CancellationToken.None);
    }
}
