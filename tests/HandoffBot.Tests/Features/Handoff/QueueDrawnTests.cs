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
        var leads = 0;
        while (!await bot.ReadAsync(db => db.Rushes.AnyAsync()))
        {
            await LeadRows.AddAsync(bot, $"+791200000{++leads:00}");
            await SweepAsync(bot);
        }

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

    private static async Task SweepAsync(TestBot bot)
    {
        await using var scope = bot.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SweepRush>().SweepAsync(CancellationToken.None);
    }
}
