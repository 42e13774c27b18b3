using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Reminders;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffBot.Tests.Features.Handoff;

public sealed class ClaimTests
{
    private const long Sales = -1001;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Of_fifty_people_who_press_at_once_one_gets_the_lead(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var lead = await LeadRows.AddAsync(bot);
        var sink = bot.Services.GetRequiredService<IUpdateSink>();

        var presses = Enumerable
            .Range(1, 50)
            .Select(i => sink.HandleAsync(Press(lead, 1000 + i, i), "{}", CancellationToken.None));
        await Task.WhenAll(presses.Select(p => Task.Run(() => p)));

        var owner = await bot.ReadAsync(db => db.Leads.Where(l => l.Id == lead).Select(l => l.Owner).SingleAsync());
        var claims = await bot.ReadAsync(db => db.LeadEvents.Where(e => e.Kind == nameof(LeadClaimed)).ToListAsync());
        Assert.Equal(owner, Assert.Single(claims).Actor);
        Assert.Equal(1, await bot.ReadAsync(db => db.Outbox.CountAsync(o => o.Delivery == "SendContact")));
        Assert.Equal(50, await bot.ReadAsync(db => db.Updates.CountAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_claim_repeated_by_the_messenger_has_one_effect_and_the_same_answer(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var lead = await LeadRows.AddAsync(bot);
        var answers = LeadRows.Answers(bot);
        var sink = bot.Services.GetRequiredService<IUpdateSink>();

        await sink.HandleAsync(Press(lead, 11, 7), "{}", CancellationToken.None);
        await sink.HandleAsync(Press(lead, 11, 7), "{}", CancellationToken.None);

        Assert.Equal(2, answers.Count);
        Assert.Equal(answers[0], answers[1]);
        Assert.Equal(2, await bot.ReadAsync(db => db.LeadEvents.CountAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_menu_asked_for_again_by_the_messenger_is_no_trouble(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var lead = await LeadRows.AddAsync(bot);
        var answers = LeadRows.Answers(bot);
        var sink = bot.Services.GetRequiredService<IUpdateSink>();
        var press = Press(lead, 11, 7) with { Press = new ButtonPress(LeadVerbs.Menu, lead.Value, 2) };

        await sink.HandleAsync(press, "{}", CancellationToken.None);
        await sink.HandleAsync(press, "{}", CancellationToken.None);

        Assert.All(answers, a => Assert.Equal("", a.Text));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task State_event_and_what_is_said_of_it_are_one_commit(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var lead = await LeadRows.AddAsync(bot);

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            bot.CommitAsync(async scope =>
            {
                var row = await scope.Db.Leads.SingleAsync(l => l.Id == lead);
                var team = await scope.Db.Teams.SingleAsync();
                row.Claim(new PersonId(11), bot.Clock.GetUtcNow(), team.Rhythm);
                await scope.Db.SaveChangesAsync();
                throw new InvalidOperationException("after the save, before the commit");
            })
        );

        Assert.Equal(LeadStatus.New, await bot.ReadAsync(db => db.Leads.Select(l => l.Status).SingleAsync()));
        Assert.Equal(1, await bot.ReadAsync(db => db.LeadEvents.CountAsync()));
        Assert.Equal(1, await bot.ReadAsync(db => db.Outbox.CountAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_lead_left_to_the_others_comes_to_them_by_take_next(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var (talk, lead) = (new Talk(bot), await LeadRows.AddAsync(bot));
        await bot.CommitAsync(async scope =>
        {
            var now = bot.Clock.GetUtcNow();
            var offering = new Offering(HandingMode.InTurn, new PersonId(11), []);
            (await scope.Db.Leads.SingleAsync()).Offer(offering, now.AddMinutes(3), now);
            await scope.Db.SaveChangesAsync();
        });

        await talk.PressAsync(11, new ButtonPress(LeadVerbs.Pass, lead.Value));
        await talk.PressAsync(12, new ButtonPress(LeadVerbs.TakeNext, 1));

        Assert.Equal(new PersonId(12), await bot.ReadAsync(db => db.Leads.Select(l => l.Owner).SingleAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_assignment_taken_back_takes_the_contact_back(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var lead = await LeadRows.AddAsync(bot);
        var (manager, rep) = (new PersonId(1), new PersonId(12));
        await ActAsync((row, at, rhythm) => row.Assign(new Actor(manager, IsManager: true), rep, at, rhythm));

        await ActAsync((row, at, rhythm) => row.Undo(manager, at, rhythm));

        Assert.True(
            await bot.ReadAsync(db =>
                db.Outbox.AnyAsync(o =>
                    o.Delivery == "RedrawLead" && o.ChatId == rep.Value && o.OnceKey.StartsWith("lead:1.3")
                )
            )
        );

        Task ActAsync(Func<Lead, DateTimeOffset, TeamRhythm, LeadOutcome> act) =>
            bot.CommitAsync(async scope =>
            {
                var row = await scope.Db.Leads.SingleAsync(l => l.Id == lead);
                var team = await scope.Db.Teams.SingleAsync();
                Assert.Equal(LeadOutcome.Done, act(row, bot.Clock.GetUtcNow(), team.Rhythm));
                await scope.Db.SaveChangesAsync();
            });
    }

    private static ButtonPressed Press(LeadId lead, long person, long update) =>
        new("press", 5, new ButtonPress(LeadVerbs.Take, lead.Value))
        {
            Key = new UpdateKey(424242, update),
            Place = new Place(new ChatAddress(Sales), PlaceKind.Supergroup, "Sales"),
            From = new Sender(person, $"Rep {person}", null, "en"),
        };
}
