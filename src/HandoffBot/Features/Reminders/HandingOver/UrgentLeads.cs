using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Reminders.HandingOver;

/// <summary>What somebody who is off shift cannot leave until they are back, and who could take it.</summary>
internal sealed class UrgentLeads(HandoffDb db, TimeProvider clock)
{
    /// <summary>As many as fit a message and a row.</summary>
    public const int Most = 50;

    private const int ColleaguesShown = 4;

    /// <summary>Who never comes back by plan is thought of as back in a day.</summary>
    private static readonly TimeSpan UnknownReturn = TimeSpan.FromDays(1);

    /// <summary>None while they are on shift or on a break.</summary>
    public async Task<(IReadOnlyList<Lead> Leads, DateTimeOffset Until)> OfAsync(
        SalesTeam team,
        Member member,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var shift = member.ShiftAt(now, team.Rhythm.Hours);
        var until = shift.Until ?? now + UnknownReturn;
        if (shift.IsOn || shift.Why is Away.OnBreak)
        {
            return ([], until);
        }

        var owned = await db
            .Leads.Where(l => l.Team == team.Id && l.Owner == member.Person)
            .Where(l => l.Status == LeadStatus.Claimed || l.Status == LeadStatus.Qualified)
            .Where(l => l.CallBackAt < until || (l.CallBackAt == null && l.ContactedAt == null && l.Attempts == 0))
            .OrderBy(l => l.CallBackAt ?? DateTimeOffset.MinValue)
            .ThenBy(l => l.Id)
            .Take(Most)
            .ToListAsync(cancellationToken);
        return (owned, until);
    }

    /// <summary>Within reach and on shift, or back while there is time for one of the leads. On shift first, then who carries least.</summary>
    public async Task<IReadOnlyList<Colleague>> ColleaguesAsync(
        SalesTeam team,
        PersonId asking,
        (IReadOnlyList<Lead> Leads, DateTimeOffset Until) urgent,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var reps = await (
            from member in db.Members.AsNoTracking()
            where member.Team == team.Id && member.LeftAt == null && (member.Roles & Roles.Rep) != 0
            join person in db.People.AsNoTracking() on member.Person equals person.Id
            where person.Id != asking && person.StartedAt != null && person.BlockedAt == null
            select new { member, person }
        ).ToListAsync(cancellationToken);
        var there = new List<Colleague>();
        foreach (var rep in reps)
        {
            var shift = rep.member.ShiftAt(now, team.Rhythm.Hours);
            if (shift.IsOn || urgent.Leads.Any(l => IsInTime(shift.Until, l, urgent.Until)))
            {
                var hands = await db.HandsAsync(team.Id, rep.person.Id, cancellationToken);
                var back = shift.IsOn ? null : shift.Until;
                there.Add(new Colleague(rep.person.Id, rep.person.Name, hands.Open, back));
            }
        }

        return
        [
            .. there
                .OrderBy(c => c.Back ?? DateTimeOffset.MinValue)
                .ThenBy(c => c.Open)
                .ThenBy(c => c.Id.Value)
                .Take(ColleaguesShown),
        ];
    }

    /// <summary>Who asked is on shift again: their name. Null while they are away.</summary>
    public async Task<string?> WhoIsBackAsync(Handover handover, SalesTeam team, CancellationToken cancellationToken)
    {
        var member = await db
            .Members.AsNoTracking()
            .SingleOrDefaultAsync(m => m.Team == handover.Team && m.Person == handover.From, cancellationToken);
        return member?.ShiftAt(clock.GetUtcNow(), team.Rhythm.Hours).IsOn == true
            ? await NameAsync(handover.From, cancellationToken)
            : null;
    }

    public Task<string> NameAsync(PersonId person, CancellationToken cancellationToken) =>
        db.People.Where(p => p.Id == person).Select(p => p.Name).SingleAsync(cancellationToken);

    /// <summary>Before its call, or where none is planned before its owner is back.</summary>
    private static bool IsInTime(DateTimeOffset? back, Lead lead, DateTimeOffset until) =>
        lead.CallBackAt is { } call ? back <= call : back < until;

    /// <param name="Back">When they come; null: they are there.</param>
    internal sealed record Colleague(PersonId Id, string Name, int Open, DateTimeOffset? Back);
}
