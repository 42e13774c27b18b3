using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Reminders;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Features.Handoff;

public sealed class MineOrderTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Of_ones_own_leads_those_that_cannot_wait_until_tomorrow_stand_first(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync(Language.English);
        var (talk, ivan, ten) = (new Talk(bot), new Actor(new PersonId(11)), bot.Clock.GetUtcNow());
        foreach (var _ in Enumerable.Range(0, 6))
        {
            await TakenAsync(bot, (lead, rhythm) => lead.Qualify(ivan, ten, rhythm));
        }

        await TakenAsync(bot, (lead, rhythm) => lead.PlanCallBack(ivan, ten.AddDays(1), ten, rhythm));
        await TakenAsync(bot, (lead, rhythm) => lead.PlanCallBack(ivan, ten.AddHours(6), ten, rhythm));
        await TakenAsync(bot, (lead, rhythm) => lead.PlanCallBack(ivan, ten.AddMinutes(30), ten, rhythm));
        await TakenAsync(bot, (lead, rhythm) => lead.Reach(ivan, ten, rhythm));
        bot.Clock.Advance(TimeSpan.FromMinutes(50));
        await bot.CommitAsync(async scope =>
        {
            var told = await scope.Db.Leads.SingleAsync(l => l.Id == new LeadId(9));
            told.TakeStep(bot.Clock.GetUtcNow(), (await scope.Db.Teams.SingleAsync()).Rhythm);
            await scope.Db.SaveChangesAsync();
        });
        await TakenAsync(bot, (_, _) => { });

        await talk.SayAsync();
        await talk.CommandAsync(11, "mine");

        Assert.Equal(
            ["L-9", "L-11", "L-8", "L-7", "L-1", "L-2"],
            talk.To(11)[^1].Lines.Skip(1).Select(l => l.PlainText.Split(' ')[0])
        );
    }

    private static async Task TakenAsync(TestBot bot, Action<Lead, TeamRhythm> then)
    {
        var id = await LeadRows.AddAsync(bot);
        await bot.CommitAsync(async scope =>
        {
            var lead = await scope.Db.Leads.SingleAsync(l => l.Id == id);
            var rhythm = (await scope.Db.Teams.SingleAsync()).Rhythm;
            lead.Claim(new PersonId(11), bot.Clock.GetUtcNow(), rhythm);
            then(lead, rhythm);
            await scope.Db.SaveChangesAsync();
        });
    }
}
