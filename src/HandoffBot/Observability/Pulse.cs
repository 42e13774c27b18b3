using System.Collections.Concurrent;
using System.Diagnostics;

namespace HandoffBot.Observability;

/// <summary>When each loop last came round, on the machine's monotonic clock: a clock set back stalls loops, and must not hide it.</summary>
internal sealed class Pulse
{
    /// <summary>Every loop comes round much more often.</summary>
    public static readonly TimeSpan TooLong = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, long> beats = new();

    /// <summary>A loop says that it goes; from the first time on it is missed when it stops.</summary>
    public void Beat(string loop) => beats[loop] = Stopwatch.GetTimestamp();

    /// <summary>A loop that stops on purpose is not missed.</summary>
    public void Rest(string loop) => beats.TryRemove(loop, out _);

    /// <summary>For how long each loop has not come round.</summary>
    public IReadOnlyDictionary<string, TimeSpan> Ages() =>
        beats.ToDictionary(b => b.Key, b => Stopwatch.GetElapsedTime(b.Value));

    /// <summary>The loops that have not come round for too long, and for how long.</summary>
    public IReadOnlyDictionary<string, TimeSpan> Stalled() =>
        Ages().Where(b => b.Value > TooLong).ToDictionary(b => b.Key, b => b.Value);
}
