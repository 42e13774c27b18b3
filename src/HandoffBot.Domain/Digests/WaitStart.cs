namespace HandoffBot.Domain.Digests;

/// <summary>The local hour in which a lead began to wait for a claim.</summary>
internal static class WaitStart
{
    /// <summary>
    /// A lead of the night or the weekend begins to wait when the team comes to work: there the SLA ends later than
    /// <paramref name="sla"/> after the receipt, and the hour of its end is the hour of opening.
    /// </summary>
    public static DateTime LocalHour(LeadFacts lead, DigestPeriod period, TimeSpan sla)
    {
        var slack = TimeSpan.FromMinutes(1);
        var at = lead.ClaimDueAt is { } due && due - lead.ReceivedAt > sla + slack ? due : lead.ReceivedAt;
        var local = period.Local(at);
        return local.Date.AddHours(local.Hour);
    }
}
