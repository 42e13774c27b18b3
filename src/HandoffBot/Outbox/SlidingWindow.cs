namespace HandoffBot.Outbox;

/// <summary>At most so many in any stretch of so long. Instants are monotonic and never go back.</summary>
internal sealed class SlidingWindow(int capacity)
{
    private readonly List<TimeSpan> instants = new(capacity);

    public TimeSpan? Newest => instants.Count == 0 ? null : instants[^1];

    /// <summary>How long until one more keeps to at most <paramref name="max"/> in any <paramref name="length"/>.</summary>
    public TimeSpan WaitFor(int max, TimeSpan length, TimeSpan now)
    {
        if (instants.Count < max)
        {
            return TimeSpan.Zero;
        }

        var wait = instants[^max] + length - now;
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    public void Record(TimeSpan now)
    {
        if (capacity == 0)
        {
            return;
        }

        if (instants.Count == capacity)
        {
            instants.RemoveAt(0);
        }

        instants.Add(now);
    }

    public void Clear() => instants.Clear();

    public void MoveNewest(TimeSpan now)
    {
        if (instants.Count > 0)
        {
            instants[^1] = now;
        }
    }

    /// <summary>What was recorded then counts from now; what was forgotten meanwhile is remembered again.</summary>
    public void Move(TimeSpan then, TimeSpan now)
    {
        instants.Remove(then);
        Record(now);
    }

    public void TakeBackNewest()
    {
        if (instants.Count > 0)
        {
            instants.RemoveAt(instants.Count - 1);
        }
    }
}
