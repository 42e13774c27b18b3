using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Reminders;

/// <summary>What of a rep's own the list at the beginning of their shift names.</summary>
internal sealed class MorningLeads(HandoffDb db, WaitingLeads leads, TimeProvider clock)
{
    /// <summary>A call planned for the beginning of the shift is not overdue when the list arrives.</summary>
    private static readonly TimeSpan JustNow = TimeSpan.FromMinutes(10);

    public async Task<Owned> OfAsync(SalesTeam team, PersonId person, CancellationToken cancellationToken)
    {
        var numbers = await db
            .Leads.AsNoTracking()
            .Where(l => l.Team == team.Id && l.Owner == person)
            .Where(l => l.Status == LeadStatus.Claimed || l.Status == LeadStatus.Qualified)
            .Where(l =>
                l.CallBackAt != null || (l.Said & LeadStep.Outcome) != 0 || (l.ContactedAt == null && l.Attempts == 0)
            )
            .Select(l => l.Id.Value)
            .ToListAsync(cancellationToken);
        var (mine, now) = (await leads.ReadAsync(numbers, cancellationToken), clock.GetUtcNow());
        var until = await EndAsync(team, person, now, cancellationToken);
        var calls = mine.Where(m => m.Lead.CallBackAt < until).OrderBy(m => m.Lead.CallBackAt).ToList();
        return new Owned(
            calls.FindAll(m => m.Lead.CallBackAt < now - JustNow),
            calls.FindAll(m => m.Lead.CallBackAt >= now - JustNow),
            [.. mine.Where(m => m.Lead.Said.HasFlag(LeadStep.Outcome) && m.Lead.CallBackAt is null)],
            [.. mine.Where(m => m.Lead.IsNotWorked && !m.Lead.Said.HasFlag(LeadStep.Outcome))]
        );
    }

    /// <summary>The end of the day, or of the shift that goes on into the next one.</summary>
    private async Task<DateTimeOffset> EndAsync(
        SalesTeam team,
        PersonId person,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var member = await db
            .Members.AsNoTracking()
            .SingleOrDefaultAsync(m => m.Team == team.Id && m.Person == person, cancellationToken);
        var hours = team.Rhythm.Hours;
        var (day, shift) = (hours.DayEndsAt(now), member?.HoursOf(hours).ClosesAt(now));
        return shift > day && shift < now.AddDays(1) ? shift.Value : day;
    }

    internal sealed record Owned(
        IReadOnlyList<WaitingLead> Overdue,
        IReadOnlyList<WaitingLead> Calls,
        IReadOnlyList<WaitingLead> Owed,
        IReadOnlyList<WaitingLead> Uncalled
    )
    {
        public static Owned None { get; } = new([], [], [], []);

        /// <summary>What is to be done first comes first.</summary>
        public IReadOnlyList<WaitingLead> All => [.. Uncalled, .. Overdue, .. Calls, .. Owed];
    }
}
