namespace HandoffBot.Domain.Digests;

/// <summary>Local hours in which leads were claimed late: from the full hour to the full hour after.</summary>
/// <param name="To">1 to 24.</param>
internal sealed record LateHours(int From, int To, int Count)
{
    private const int LongestStretch = 3;

    /// <summary>Hour by hour, the worst first.</summary>
    public static IReadOnlyList<LateHours> By(IEnumerable<LeadFacts> leads, ClaimSla sla, DateTimeOffset asOf) =>
        [
            .. leads
                .Where(l => sla.IsLate(l, asOf))
                .GroupBy(l => sla.WaitedFrom(l).Hour)
                .Select(g => new LateHours(g.Key, g.Key + 1, g.Count()))
                .OrderByDescending(h => h.Count)
                .ThenBy(h => h.From),
        ];

    /// <summary>The shortest stretch of at most three hours that holds the most late claims.</summary>
    public static LateHours? Worst(IReadOnlyCollection<LateHours> byHour) =>
        (
            from first in byHour
            from length in Enumerable.Range(1, LongestStretch)
            let to = first.From + length
            let count = byHour.Where(h => h.From >= first.From && h.To <= to).Sum(h => h.Count)
            where to <= 24
            orderby count descending, length, first.From
            select new LateHours(first.From, to, count)
        ).FirstOrDefault();
}
