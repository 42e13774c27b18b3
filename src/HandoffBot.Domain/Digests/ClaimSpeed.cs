namespace HandoffBot.Domain.Digests;

/// <summary>
/// How fast leads were claimed. A lead still inside its SLA is not judged yet; a lead rejected at once counts as
/// answered, yet has no time to a claim.
/// </summary>
internal sealed record ClaimSpeed(int Judged, int WithinSla, TimeSpan? Median, TimeSpan? P90)
{
    public int Late => Judged - WithinSla;

    /// <summary>0 to 1; null when no lead could be judged.</summary>
    public double? Share => Judged == 0 ? null : (double)WithinSla / Judged;

    public static ClaimSpeed From(IReadOnlyCollection<LeadFacts> leads, ClaimSla sla, DateTimeOffset asOf)
    {
        TimeSpan[] times = [.. leads.Where(l => l.FirstClaimedAt <= asOf).Select(sla.TimeToClaim).OfType<TimeSpan>()];
        var late = leads.Count(l => sla.IsLate(l, asOf));
        var inTime = leads.Count(l => sla.IsInTime(l, asOf));
        return new(late + inTime, inTime, Percentile.Median(times), Percentile.Of(times, 0.9));
    }
}
