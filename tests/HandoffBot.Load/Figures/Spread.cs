namespace HandoffBot.Load.Figures;

/// <summary>How long something took, many times; percentiles by the nearest rank.</summary>
internal sealed class Spread(IEnumerable<TimeSpan> samples)
{
    private readonly TimeSpan[] sorted = [.. samples.Order()];

    public int Count => sorted.Length;

    /// <summary>Zero without samples.</summary>
    public TimeSpan P(int percent) =>
        sorted.Length == 0
            ? TimeSpan.Zero
            : sorted[Math.Max(0, (int)Math.Ceiling(sorted.Length * percent / 100.0) - 1)];
}
