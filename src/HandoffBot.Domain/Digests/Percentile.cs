namespace HandoffBot.Domain.Digests;

/// <summary>
/// Quantiles by linear interpolation between the two nearest values (type 7 of Hyndman and Fan, "Sample Quantiles in
/// Statistical Packages", The American Statistician 50(4), 1996), as spreadsheets reckon PERCENTILE.INC; the median
/// of an even count is the middle of its two middle values.
/// </summary>
internal static class Percentile
{
    /// <param name="values">In any order.</param>
    /// <param name="share">0 to 1.</param>
    /// <returns>Null when there are no values.</returns>
    public static TimeSpan? Of(IEnumerable<TimeSpan> values, double share)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        TimeSpan[] sorted = [.. values.Order()];
        if (sorted.Length == 0)
        {
            return null;
        }

        var place = share * (sorted.Length - 1);
        var below = (int)Math.Floor(place);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((sorted[above] - sorted[below]) * (place - below));
    }

    public static TimeSpan? Median(IEnumerable<TimeSpan> values) => Of(values, 0.5);
}
