using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Reminders;
using HandoffBot.Domain.Team;
using HandoffBot.Features.Handoff.Queue;
using HandoffBot.Features.Reminders;
using HandoffBot.Persistence;
using HandoffBot.Tests.Features.Reminders;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffBot.Tests.Features.Handoff;

public sealed class RestingLeadTests
{
    private static readonly ButtonPress TakeNext = new(LeadVerbs.TakeNext, 1);
    private static readonly Actor Olga = new(new PersonId(1), IsManager: true);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Once_taken_and_given_back_a_lead_that_rested_comes_by_take_next_again(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        var (talk, _) = await RestingAsync(bot);
        var ivan = new Actor(new PersonId(11));
        await ChangeAsync(bot, (row, now, rhythm) => row.Claim(ivan.Person, now, rhythm));
        await ChangeAsync(bot, (row, now, rhythm) => row.Release(ivan, now, rhythm));

        await talk.PressAsync(12, TakeNext);

        Assert.Equal(new PersonId(12), await OwnerAsync(bot));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_reason_without_a_time_keeps_no_lead_from_who_takes_the_next(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        var (talk, _) = await RestingAsync(bot);
        await bot.CommitAsync(scope =>
            scope.Db.Leads.ExecuteUpdateAsync(set => set.SetProperty(l => l.DeferredUntil, (DateTimeOffset?)null))
        );

        await talk.PressAsync(12, TakeNext);

        Assert.Equal(new PersonId(12), await OwnerAsync(bot));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Who_comes_on_shift_is_not_told_to_take_what_rests(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        var (talk, _) = await RestingAsync(bot);
        await Shift.AllGoAsync(bot);
        await SweepAsync(bot);
        bot.Clock.Advance(TimeSpan.FromHours(1));
        await Shift.ComesAsync(bot, 12);

        await SweepAsync(bot);
        await talk.SayAsync();

        Assert.Empty(talk.To(12));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_rests_does_not_wait_in_the_queue_message(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await RestingAsync(bot);
        bot.Clock.Advance(TimeSpan.FromMinutes(10));
        await LeadRows.AddAsync(bot, "+79120000002");
        await using var scope = bot.Services.CreateAsyncScope();
        var card = new QueueCard(scope.ServiceProvider.GetRequiredService<HandoffDb>(), bot.Clock);

        var drawn = await card.OfAsync(
            new Rush { Team = new TeamId(1), BeganAt = bot.Clock.GetUtcNow() },
            CancellationToken.None
        );

        Assert.Equal("🔥 1 lead is waiting, the oldest since 10:10", drawn.Lines[0].PlainText);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Taken_apart_a_lead_that_rests_is_offered_to_nobody(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        var (talk, resting) = await RestingAsync(bot);
        await LeadRows.AddAsync(bot, "+79120000002");
        await bot.CommitAsync(async scope =>
        {
            var team = await scope.Db.Teams.SingleAsync();
            team.HandOut(team.Handing with { Mode = HandingMode.InTurn });
            var leads = await scope.Db.Leads.OrderByDescending(l => l.Id).ToListAsync();
            leads[0].Claim(new PersonId(11), bot.Clock.GetUtcNow(), team.Rhythm);
            Lead.Merge(leads[0], leads[1], Olga, bot.Clock.GetUtcNow(), team.Rhythm);
            await scope.Db.SaveChangesAsync();
        });

        await talk.PressAsync(1, new ButtonPress(LeadVerbs.Apart, resting.Value));

        var parted = await bot.ReadAsync(db => db.Leads.SingleAsync(l => l.Id == resting));
        Assert.Equal((LeadStatus.New, null, null), (parted.Status, parted.MergedInto, parted.OfferedTo));
    }

    private static async Task<(Talk Talk, LeadId Lead)> RestingAsync(TestBot bot)
    {
        await bot.TeamAsync(Language.English);
        var lead = await LeadRows.AddAsync(bot);
        await ChangeAsync(bot, (row, now, rhythm) => row.Defer(Olga, now.AddDays(1), now, rhythm, SnoozeReason.Stock));
        return (new Talk(bot), lead);
    }

    private static Task ChangeAsync(TestBot bot, Action<Lead, DateTimeOffset, TeamRhythm> change) =>
        bot.CommitAsync(async scope =>
        {
            var rhythm = (await scope.Db.Teams.SingleAsync()).Rhythm;
            change(await scope.Db.Leads.SingleAsync(), bot.Clock.GetUtcNow(), rhythm);
            await scope.Db.SaveChangesAsync();
        });

    private static Task<PersonId?> OwnerAsync(TestBot bot) =>
        bot.ReadAsync(db => db.Leads.Select(l => l.Owner).SingleAsync());

    private static async Task SweepAsync(TestBot bot)
    {
        await using var scope = bot.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SweepDueSteps>().SweepAsync(CancellationToken.None);
    }
}
