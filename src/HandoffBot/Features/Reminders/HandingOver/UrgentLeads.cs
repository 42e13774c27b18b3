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

    /// <summary>On shift and within reach, who carries least first.</summary>
    public async Task<IReadOnlyList<Colleague>> ColleaguesAsync(
        SalesTeam team,
        PersonId asking,
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
        foreach (var rep in reps.Where(r => r.member.ShiftAt(now, team.Rhythm.Hours).IsOn))
        {
            var hands = await db.HandsAsync(team.Id, rep.person.Id, cancellationToken);
            there.Add(new Colleague(rep.person.Id, rep.person.Name, hands.Open));
        }

        return [.. there.OrderBy(c => c.Open).ThenBy(c => c.Id.Value).Take(ColleaguesShown)];
    }

    internal sealed record Colleague(PersonId Id, string Name, int Open);
}
