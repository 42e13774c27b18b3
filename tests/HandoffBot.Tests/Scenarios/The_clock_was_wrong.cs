using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Scenarios;

public sealed class The_clock_was_wrong
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task An_hour_ahead_and_put_right_it_says_nothing_twice_and_makes_nothing_wait_the_hour(string language)
    {
        await using var s = await Scenario.StartAsync(Enum.Parse<Language>(language), StorageProvider.Postgres);
        await s.StopAsync();
        var clock = new ShiftedClock(s.World.Clock, TimeSpan.Zero);
        var bot = await s.StartTwinAsync(clock: clock);
        await ArrivesAsync(s, bot.Urls.First(), 1);
        await s.Sales.ExpectMessage("🔥 L-1");

        clock.By = Hour;
        await s.Olga.ExpectMessage(s.Words.Say("Reminders.Waits", "L-1", "").TrimEnd('.', ' '));
        await ArrivesAsync(s, bot.Urls.First(), 2);
        await s.Sales.ExpectMessage("🔥 L-2");
        s.World.Faults.Cut();
        await ArrivesAsync(s, bot.Urls.First(), 3);
        await s.ReadUntilAsync(db => db.Outbox.AnyAsync(o => o.State == OutboxState.Pending && o.Attempts > 0));
        clock.By = TimeSpan.Zero;
        s.World.Faults.Restore();
        s.TimePasses(TimeSpan.FromSeconds(20));

        await s.Sales.ExpectMessage("🔥 L-3");
        await s.ReadUntilAsync(db => db.Leads.AllAsync(l => l.WaitingSince < s.World.Clock.GetUtcNow()));
        s.TimePasses(TimeSpan.FromMinutes(4));
        await s.Sales.ExpectMessage("⏰", "L-2, L-3");
        s.TimePasses(Hour);
        await s.PassUntilAsync(async db =>
            !await db.Outbox.AnyAsync(o => o.State == OutboxState.Pending || o.State == OutboxState.Sending)
        );
        Assert.All(
            [1, 2, 3],
            n =>
                Assert.Single(s.Sales.Messages, m => m.Text?.StartsWith($"🔥 L-{n} ", StringComparison.Ordinal) == true)
        );
        Assert.Empty(
            await s.ReadAsync(db =>
                db.LeadEvents.Where(e => e.Step != null)
                    .GroupBy(e => new
                    {
                        e.Lead,
                        e.Cycle,
                        e.Step,
                        e.StepNumber,
                    })
                    .Where(g => g.Count() > 1)
                    .Select(g => g.Key.Lead)
                    .ToListAsync()
            )
        );
    }

    private static async Task ArrivesAsync(Scenario s, string at, int number)
    {
        using var taken = await s.PostLead(new { phone = $"+7912000000{number}", product = "Windows" }, at: at);
        taken.EnsureSuccessStatusCode();
    }
}
