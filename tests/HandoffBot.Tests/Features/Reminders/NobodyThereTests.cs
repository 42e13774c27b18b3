using HandoffBot.Domain.Leads;
using HandoffBot.Features.Reminders;
using HandoffBot.Persistence;
using HandoffBot.Tests.Features.Handoff;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffBot.Tests.Features.Reminders;

public sealed class NobodyThereTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_nobody_was_there_for_before_an_absence_counts_against_nobody(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        bot.Clock.Advance(new TimeSpan(1, 59, 0));
        await LeadRows.AddAsync(bot);
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await Shift.AllGoAsync(bot);
        await SweepAsync(bot);
        bot.Clock.Advance(TimeSpan.FromHours(3));
        Shift.BotIsAway(bot, TimeSpan.FromMinutes(10));
        await SweepAsync(bot);
        bot.Clock.Advance(TimeSpan.FromMinutes(50));
        await Shift.ComesAsync(bot, 11);

        await SweepAsync(bot);

        var lead = await bot.ReadAsync(db => db.Leads.SingleAsync());
        Assert.Equal((TimeSpan.FromHours(4), LeadStep.None), (lead.WaitedOut, lead.Said));
        Assert.Equal(bot.Clock.GetUtcNow().AddMinutes(4), lead.ClaimDueAt);
        Assert.Null(await bot.ReadAsync(db => db.Teams.Select(t => t.UnattendedSince).SingleAsync()));
    }

    private static async Task SweepAsync(TestBot bot)
    {
        await using var scope = bot.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SweepDueSteps>().SweepAsync(CancellationToken.None);
    }
}
