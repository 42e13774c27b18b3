using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Features.Reminders;
using HandoffBot.Persistence;
using HandoffBot.Tests.Features.Handoff;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffBot.Tests.Features.Reminders;

public sealed class SweepDueStepsTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Steps_due_together_are_one_row_with_all_their_leads(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        foreach (var i in Enumerable.Range(0, 5))
        {
            await LeadRows.AddAsync(bot, $"+7912000000{i}");
        }

        bot.Clock.Advance(TimeSpan.FromMinutes(4));
        await SweepAsync(bot);

        var said = await bot.ReadAsync(db => db.Outbox.SingleAsync(o => o.Delivery == nameof(RemindClaim)));
        Assert.Equal([1, 2, 3, 4, 5], said.Read<RemindClaim.Arguments>().Leads);
        Assert.False(said.Read<RemindClaim.Arguments>().Mentions);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_owner_of_many_late_leads_gets_one_message_that_fits_a_screen(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync(Language.English);
        var talk = new Talk(bot);
        foreach (var i in Enumerable.Range(0, 15))
        {
            var lead = await LeadRows.AddAsync(bot, $"+79120000{i:000}");
            await bot.CommitAsync(async scope =>
            {
                var row = await scope.Db.Leads.SingleAsync(l => l.Id == lead);
                row.Claim(new PersonId(11), bot.Clock.GetUtcNow(), (await scope.Db.Teams.SingleAsync()).Rhythm);
                await scope.Db.SaveChangesAsync();
            });
        }

        await talk.SayAsync();
        bot.Clock.Advance(TimeSpan.FromMinutes(40));
        await SweepAsync(bot);
        await talk.SayAsync();

        var said = talk.To(11)[^1];
        Assert.StartsWith("⏰ 15 leads of yours wait", said.PlainText, StringComparison.Ordinal);
        Assert.EndsWith("… and 9 more: /mine", said.PlainText, StringComparison.Ordinal);
        Assert.Equal((8, 3), (said.Lines.Count, said.Keyboard.Count));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_late_lead_gets_only_its_highest_step(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        await LeadRows.AddAsync(bot);

        bot.Clock.Advance(TimeSpan.FromMinutes(20));
        await SweepAsync(bot);
        await SweepAsync(bot);

        var steps = await bot.ReadAsync(db =>
            db.LeadEvents.Where(e => e.Step != null).Select(e => e.Step).ToListAsync()
        );
        Assert.Equal([LeadStep.Manager], steps);
        Assert.Equal(1, await bot.ReadAsync(db => db.Outbox.CountAsync(o => o.Delivery == nameof(TellManager))));
        Assert.Equal(0, await bot.ReadAsync(db => db.Outbox.CountAsync(o => o.Delivery == nameof(RemindClaim))));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_claim_cancels_its_step_in_its_own_commit(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var lead = await LeadRows.AddAsync(bot);
        await bot.CommitAsync(async scope =>
        {
            var row = await scope.Db.Leads.SingleAsync(l => l.Id == lead);
            var team = await scope.Db.Teams.SingleAsync();
            row.Claim(new PersonId(11), bot.Clock.GetUtcNow(), team.Rhythm);
            await scope.Db.SaveChangesAsync();
        });

        bot.Clock.Advance(TimeSpan.FromMinutes(20));
        await SweepAsync(bot);

        Assert.Equal(0, await bot.ReadAsync(db => db.LeadEvents.CountAsync(e => e.Step != null)));
        Assert.Equal(LeadStep.FirstContact, await bot.ReadAsync(db => db.Leads.Select(l => l.NextStep).SingleAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_lead_whose_card_was_refused_is_told_of_all_the_same(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync(Language.English);
        var lead = await LeadRows.AddAsync(bot);
        await bot.CommitAsync(async scope =>
        {
            (await scope.Db.Outbox.SingleAsync()).End(bot.Clock.GetUtcNow(), "refused");
            await scope.Db.SaveChangesAsync();
        });
        var talk = new Talk(bot);

        bot.Clock.Advance(TimeSpan.FromMinutes(4));
        await SweepAsync(bot);
        await talk.SayAsync();

        Assert.Contains(lead.ToString(), Assert.Single(talk.To(-1001)).PlainText, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_reminder_waits_for_the_card_it_answers(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync(Language.English);
        await LeadRows.AddAsync(bot);
        var talk = new Talk(bot);

        bot.Clock.Advance(TimeSpan.FromMinutes(4));
        await SweepAsync(bot);
        await talk.SayAsync();
        bot.Clock.Advance(TimeSpan.FromSeconds(10));
        await talk.SayAsync();

        var (card, reminder) = (talk.To(-1001)[0], talk.To(-1001)[1]);
        Assert.NotEmpty(card.Keyboard);
        Assert.NotNull(reminder.ReplyTo);
    }

    private static async Task SweepAsync(TestBot bot)
    {
        await using var scope = bot.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SweepDueSteps>().SweepAsync(CancellationToken.None);
    }
}
