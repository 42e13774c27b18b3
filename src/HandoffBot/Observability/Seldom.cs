namespace HandoffBot.Observability;

/// <summary>Lets one of many equal lines through a minute: whoever must read the log while the disk is full needs the first, not the thousandth.</summary>
internal sealed class Seldom(TimeProvider clock)
{
    private static readonly TimeSpan Apart = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly Dictionary<string, long> last = [];

    /// <param name="failure">Another kind of failure is another line.</param>
    public bool IsTime(Exception failure) => IsTime(failure.GetBaseException().GetType().Name);

    public bool IsTime(string kind = "")
    {
        lock (gate)
        {
            var now = clock.GetTimestamp();
            if (last.TryGetValue(kind, out var before) && clock.GetElapsedTime(before, now) < Apart)
            {
                return false;
            }

            last[kind] = now;
            return true;
        }
    }
}
