namespace HandoffBot.Features.Intake;

/// <summary>How much each sender may still send: a bucket of tokens a key, filled again as time goes by.</summary>
internal sealed class TokenBuckets(TimeProvider clock)
{
    /// <summary>With more senders than this, those with a full bucket are forgotten, then those with the fullest ones.</summary>
    public const int Most = 10_000;

    private readonly Dictionary<string, Bucket> buckets = [];
    private readonly Lock gate = new();

    /// <summary>How many senders are remembered, at most <see cref="Most"/>.</summary>
    public int Count => buckets.Count;

    /// <summary>Zero when a token was taken, else how long until there is one.</summary>
    /// <param name="burst">What a full bucket holds; 0 is no limit.</param>
    /// <param name="perSecond">How fast it fills; 0 is no limit.</param>
    public TimeSpan Take(string key, double burst, double perSecond)
    {
        if (burst <= 0 || perSecond <= 0)
        {
            return TimeSpan.Zero;
        }

        lock (gate)
        {
            var now = clock.GetTimestamp();
            var left = burst;
            if (buckets.TryGetValue(key, out var bucket))
            {
                left = Math.Min(burst, bucket.Left + (clock.GetElapsedTime(bucket.At, now).TotalSeconds * perSecond));
            }

            if (left < 1)
            {
                return TimeSpan.FromSeconds((1 - left) / perSecond);
            }

            var fullAt = clock.GetElapsedTime(0, now) + TimeSpan.FromSeconds((burst - left + 1) / perSecond);
            buckets[key] = new Bucket(left - 1, now, fullAt);
            Prune(clock.GetElapsedTime(0, now));
            return TimeSpan.Zero;
        }
    }

    private void Prune(TimeSpan now)
    {
        if (buckets.Count <= Most)
        {
            return;
        }

        foreach (var (key, bucket) in buckets)
        {
            if (bucket.FullAt <= now)
            {
                buckets.Remove(key);
            }
        }

        if (buckets.Count > Most)
        {
            foreach (var nearlyFull in buckets.OrderBy(b => b.Value.FullAt).Take(Most / 2).ToList())
            {
                buckets.Remove(nearlyFull.Key);
            }
        }
    }

    private readonly record struct Bucket(double Left, long At, TimeSpan FullAt);
}
