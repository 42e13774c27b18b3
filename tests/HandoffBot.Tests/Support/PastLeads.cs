using HandoffBot.Domain.Campaigns;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Support;

/// <summary>Leads that came and went without anything being said of it.</summary>
internal static class PastLeads
{
    private static readonly Actor Rep = new(new PersonId(11));

    public static Task<LeadId> LeadAsync(
        this TestBot bot,
        DateTimeOffset at,
        string? campaign = null,
        Action<Lead, SalesTeam>? then = null,
        bool isTest = false
    ) =>
        bot.CommitAsync(async scope =>
        {
            var db = scope.Db;
            var team = await db.Teams.SingleAsync();
            var source = await db.Sources.OrderBy(s => s.Id).FirstOrDefaultAsync() ?? db.Sources.Add(New(team)).Entity;
            var spent = campaign is null ? null : await CampaignAsync(db, team, campaign);
            await db.SaveChangesAsync();
            var contact = Contact.Of(team.Id, "Anna", "+79123451234", false, null, null);
            var given = new NewLead(team.Id, source.Id, spent?.Id, contact, "Windows", "Kazan", isTest, false);
            var id = new LeadId(await db.NextAsync("lead", CancellationToken.None));
            var lead = Lead.Receive(id, given, at, team.Rhythm);
            then?.Invoke(lead, team);
            lead.TakeHappened();
            db.Leads.Add(lead);
            await db.SaveChangesAsync();
            return id;
        });

    public static Task<LeadId> BadLeadAsync(
        this TestBot bot,
        DateTimeOffset at,
        RejectReason reason,
        string? campaign = null,
        bool isTest = false
    ) => bot.LeadAsync(at, campaign, (lead, team) => lead.Reject(Rep, reason, at, team.Rhythm), isTest);

    private static Source New(SalesTeam team) => new() { Team = team.Id, Name = "Site" };

    private static async Task<Campaign> CampaignAsync(HandoffDb db, SalesTeam team, string name)
    {
        var code = Campaign.Fold(name);
        return await db.Campaigns.FirstOrDefaultAsync(c => c.Code == code)
            ?? db.Campaigns.Add(
                new Campaign
                {
                    Team = team.Id,
                    Code = code,
                    Name = name,
                }
            ).Entity;
    }
}
