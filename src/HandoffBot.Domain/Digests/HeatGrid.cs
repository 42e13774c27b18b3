namespace HandoffBot.Domain.Digests;

/// <summary>Median time to a claim by weekday and hour; only hours with leads have a cell.</summary>
/// <param name="Hours">The columns, one after another without gaps.</param>
/// <param name="HasEarlier">Some leads began to wait before these hours.</param>
/// <param name="HasLater">Some leads began to wait after these hours.</param>
internal sealed record HeatGrid(IReadOnlyList<int> Hours, bool HasEarlier, bool HasLater, IReadOnlyList<HeatCell> Cells)
{
    /// <summary>More columns than this cannot carry readable figures; what does not fit is one column of its own.</summary>
    public const int MostHours = 10;

    /// <summary>Some leads began to wait outside these hours.</summary>
    public bool HasOtherHours => HasEarlier || HasLater;

    public static HeatGrid From(IReadOnlyCollection<LeadFacts> leads, ClaimSla sla)
    {
        var placed = leads.Select(l => (Lead: l, At: sla.WaitedFrom(l))).ToList();
        if (placed.Count == 0)
        {
            return new([], false, false, []);
        }

        var hours = Window([.. placed.Select(p => p.At.Hour)]);
        var cells = placed
            .GroupBy(p => (p.At.DayOfWeek, Hour: hours.Contains(p.At.Hour) ? p.At.Hour : (int?)null))
            .Select(g => Cell(g.Key.DayOfWeek, g.Key.Hour, [.. g.Select(p => p.Lead)], sla))
            .OrderBy(c => ((int)c.Day + 6) % 7)
            .ThenBy(c => c.Hour ?? 24)
            .ToList();
        return new(hours, placed.Exists(p => p.At.Hour < hours[0]), placed.Exists(p => p.At.Hour > hours[^1]), cells);
    }

    private static HeatCell Cell(DayOfWeek day, int? hour, IReadOnlyCollection<LeadFacts> leads, ClaimSla sla) =>
        new(day, hour, leads.Count, Percentile.Median(leads.Select(sla.TimeToClaim).OfType<TimeSpan>()));

    private static List<int> Window(IReadOnlyCollection<int> hours)
    {
        var (first, last) = (hours.Min(), hours.Max());
        var length = Math.Min(last - first + 1, MostHours);
        var start = Enumerable
            .Range(first, last - first + 2 - length)
            .MaxBy(from => hours.Count(h => h >= from && h < from + length));
        return [.. Enumerable.Range(start, length)];
    }
}
