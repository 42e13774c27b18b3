namespace HandoffBot.Observability;

/// <summary>Lets one of many equal lines through a minute: whoever must read the log while the disk is full needs the first, not the thousandth.</summary>
internal sealed class Seldom(TimeProvider clock)
{
    private static readonly TimeSpan Apart = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private long? last;

    public bool IsTime()
    {
        lock (gate)
        {
            var now = clock.GetTimestamp();
            if (last is { } before && clock.GetElapsedTime(before, now) < Apart)
            {
                return false;
            }

            last = now;
            return true;
        }
    }
}
