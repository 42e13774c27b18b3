using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Features.Reminders;
using HandoffBot.Persistence;
using HandoffBot.Tests.Features.Handoff;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffBot.Tests.Features.Reminders;

public sealed class AbsenceTests
{
    private const long Sales = -1001;
    private static readonly TimeSpan EightMinutes = TimeSpan.FromMinutes(8);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task After_an_absence_sales_hears_of_it_once_and_the_steps_move(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync(Language.English);
        var talk = new Talk(bot);
        var lead = await LeadRows.AddAsync(bot);
        await talk.SayAsync();
        await HeardAsync(bot, bot.Clock.GetUtcNow());
        bot.Clock.Advance(EightMinutes);

        await SweepAsync(bot);
        await SweepAsync(bot);
        await talk.SayAsync();
        var said = talk.To(Sales)[^1];
        bot.Clock.Advance(TimeSpan.FromMinutes(4));
        await SweepAsync(bot);
        await talk.SayAsync();

        Assert.Equal(3, talk.To(Sales).Count);
        Assert.Equal(
            [
                "⚠️ The bot was away from 10:00 to 10:08",
                "Presses before 10:05 did not arrive: please press again.",
                $"1 lead waits: {lead}",
                "The SLA moved by 8\u00A0min.",
            ],
            said.Lines.Select(l => l.PlainText)
        );
        Assert.Contains("has waited 12", talk.To(Sales)[^1].PlainText, StringComparison.Ordinal);
        Assert.True(talk.To(Sales)[^1].Silent);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_short_absence_or_one_at_night_is_nobodys_business(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        var team = await bot.TeamAsync();
        await LeadRows.AddAsync(bot);
        var before = bot.Clock.GetUtcNow();
        await HeardAsync(bot, before - TimeSpan.FromSeconds(149));

        await SweepAsync(bot);

        Assert.False(await bot.ReadAsync(db => db.Outbox.AnyAsync(o => o.Delivery == nameof(ReportAbsence))));
        Assert.Equal(TimeSpan.Zero, await bot.ReadAsync(db => db.Leads.Select(l => l.WaitedOut).SingleAsync()));
        bot.Clock.Advance(TimeSpan.FromHours(6));
        await Shift.AllGoAsync(bot);
        await SweepAsync(bot);
        var alone = bot.Clock.GetUtcNow();
        // Where others work at that time, their absence is told.
        await AddFarTeamAsync(bot);
        bot.Clock.Advance(TimeSpan.FromHours(10));
        Shift.BotIsAway(bot, TimeSpan.FromHours(1));
        await SweepAsync(bot);

        Assert.Equal(alone, (await bot.ReadAsync(db => db.Teams.SingleAsync(t => t.Id == team))).UnattendedSince);
        Assert.False(await bot.ReadAsync(db => db.Outbox.AnyAsync(o => o.Delivery == nameof(ReportAbsence))));
        Assert.Equal(TimeSpan.Zero, await bot.ReadAsync(db => db.Leads.Select(l => l.WaitedOut).SingleAsync()));
    }

    [Fact]
    public void An_absence_is_judged_at_the_start_and_after_failures_never_by_the_clock_alone()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(TestBot.Monday);
        var hearing = new Hearing(clock);
        hearing.Begin(null);
        hearing.Heard();

        clock.Advance(EightMinutes);
        hearing.Heard();
        var quietOnly = hearing.Missed;
        hearing.Failed();
        clock.Advance(TimeSpan.FromSeconds(100));
        hearing.Failed();
        hearing.Heard();
        var shortOne = hearing.Missed;
        hearing.Failed();
        clock.Advance(EightMinutes);
        hearing.Heard();

        var now = clock.GetUtcNow();
        Assert.Null(quietOnly);
        Assert.Null(shortOne);
        Assert.Equal(new Absence(now - EightMinutes, now), hearing.Missed);
    }

    [Fact]
    public void Failing_from_the_start_on_counts_from_the_start_and_nothing_is_told_twice()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(TestBot.Monday);
        var hearing = new Hearing(clock);
        var start = clock.GetUtcNow();
        hearing.Begin(start - EightMinutes);
        hearing.Failed();
        clock.Advance(EightMinutes);
        hearing.Heard();

        var first = hearing.Missed!;
        hearing.Settle(first);
        var second = hearing.Missed!;
        hearing.Settle(second);

        Assert.Equal(new Absence(start - EightMinutes, start), first);
        Assert.Equal(new Absence(start, start + EightMinutes), second);
        Assert.Null(hearing.Missed);
    }

    private static Task<int> HeardAsync(TestBot bot, DateTimeOffset at) =>
        bot.CommitAsync(scope => scope.Db.Installations.ExecuteUpdateAsync(i => i.SetProperty(x => x.LastHeardAt, at)));

    private static Task<int> AddFarTeamAsync(TestBot bot) =>
        bot.CommitAsync(scope =>
        {
            scope.Db.Teams.Add(
                new SalesTeam
                {
                    Id = new TeamId(2),
                    Name = "Far",
                    Locale = new Locale(Language.English, "America/Los_Angeles", "US", "USD"),
                    CreatedAt = bot.Clock.GetUtcNow(),
                }
            );
            return scope.Db.SaveChangesAsync();
        });

    private static async Task SweepAsync(TestBot bot)
    {
        await using var scope = bot.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SweepDueSteps>().SweepAsync(CancellationToken.None);
    }
}
