using HandoffBot.Domain.Team;

namespace HandoffBot.Domain.Digests;

/// <summary>How long a lead may wait for its first claim, in the team's working time, and how each lead did by it.</summary>
internal sealed record ClaimSla(WorkingHours Hours, TimeSpan Limit)
{
    public TimeSpan? TimeToClaim(LeadFacts lead) =>
        lead is { IsListed: false, FirstClaimedAt: { } claimed } ? Hours.Between(lead.ReceivedAt, claimed) : null;

    public bool IsInTime(LeadFacts lead, DateTimeOffset asOf) =>
        !lead.IsListed && lead.AnsweredAt is { } answered && answered <= asOf && answered <= DueAt(lead);

    public bool IsLate(LeadFacts lead, DateTimeOffset asOf)
    {
        var due = DueAt(lead);
        return !lead.IsListed && due < asOf && !(lead.AnsweredAt <= due);
    }

    /// <summary>The local hour in which the lead began to wait: for one of the night or the weekend, the opening.</summary>
    public DateTime WaitedFrom(LeadFacts lead)
    {
        // Somebody who claims before the opening answered the lead in the hour it came.
        var opening = Hours.NextOpen(lead.ReceivedAt);
        var local = WallClock.Local(lead.FirstClaimedAt < opening ? lead.ReceivedAt : opening, Hours.Zone);
        return local.Date.AddHours(local.Hour);
    }

    private DateTimeOffset DueAt(LeadFacts lead) => lead.ClaimDueAt ?? Hours.Add(lead.ReceivedAt, Limit);
}
