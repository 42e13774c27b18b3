using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Forgetting;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Forgetting;

/// <summary>A team whose admin is Olga (1), and leads of people who left this and that.</summary>
internal static class ForgettingStage
{
    private static readonly PersonId Olga = new(1);

    public static async Task<TestBot> StartAsync(StorageProvider provider, params string[] settings)
    {
        var bot = await TestBot.StartAsync(provider, null, settings);
        await bot.TeamAsync(Language.English);
        await bot.CommitAsync(async scope =>
        {
            (await scope.Db.Installations.SingleAsync()).Appoint(Olga);
            scope.Db.Sources.Add(new Source { Team = new TeamId(1), Name = "Site" });
            await scope.Db.SaveChangesAsync();
        });
        return bot;
    }

    public static Task<LeadId> LeadAsync(
        this TestBot bot,
        string? phone,
        string? email = null,
        string? messenger = null,
        bool isClosed = false
    ) => bot.CommitAsync(scope => AddAsync(scope.Db, bot.Clock.GetUtcNow(), phone, email, messenger, isClosed));

    public static async Task<LeadId> AddAsync(
        HandoffDb db,
        DateTimeOffset at,
        string? phone,
        string? email = null,
        string? messenger = null,
        bool isClosed = false
    )
    {
        var (team, source) = (await db.Teams.SingleAsync(), await db.Sources.SingleAsync());
        var contact = Contact.Of(team.Id, "Anna Petrova", phone, false, email, messenger);
        var given = new NewLead(team.Id, source.Id, null, contact, "Windows", "Kazan", false, false);
        var lead = Lead.Receive(new LeadId(await db.NextAsync("lead", CancellationToken.None)), given, at, team.Rhythm);
        if (isClosed)
        {
            lead.Reject(new Actor(Olga), RejectReason.NotACustomer, at, team.Rhythm);
        }

        lead.TakeHappened();
        db.Leads.Add(lead);
        await db.SaveChangesAsync();
        return lead.Id;
    }

    public static Task<ForgetOutcome> ForgetAsync(this TestBot bot, LeadId lead) =>
        bot.CommitAsync(async scope =>
        {
            var person = await scope.Get<PersonSearch>().OfLeadAsync(lead, CancellationToken.None);
            return await scope.Get<ForgetPerson>().HandleAsync([person!], Olga, CancellationToken.None);
        });

    /// <summary>The numbers of the leads whose contact is not known any more.</summary>
    public static Task<List<long>> ForgottenAsync(this TestBot bot) => bot.ReadAsync(ForgottenAsync);

    public static async Task<List<long>> ForgottenAsync(HandoffDb db)
    {
        var leads = await db
            .Leads.Where(l => l.Contact.ForgottenAt != null)
            .OrderBy(l => l.Id)
            .Select(l => l.Id)
            .ToListAsync();
        return [.. leads.Select(l => l.Value)];
    }
}
