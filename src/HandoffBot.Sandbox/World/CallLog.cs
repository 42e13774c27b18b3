namespace HandoffBot.Sandbox.World;

/// <summary>The last calls of the bot, oldest first, and counts of all there were.</summary>
internal sealed class CallLog
{
    private const int Kept = 2000;

    private readonly Lock _gate = new();
    private readonly Queue<Call> _calls = [];
    private long _count;
    private long _refusedForLimits;
    private long _delayed;

    public event Action? Added;

    public long Count => Interlocked.Read(ref _count);

    /// <summary>Calls answered 429.</summary>
    public long RefusedForLimits => Interlocked.Read(ref _refusedForLimits);

    /// <summary>Calls answered late because of a short flood wait.</summary>
    public long Delayed => Interlocked.Read(ref _delayed);

    public ImmutableArray<Call> Recent()
    {
        lock (_gate)
        {
            return [.. _calls];
        }
    }

    public void Add(Call call)
    {
        lock (_gate)
        {
            _count++;
            _refusedForLimits += call.Status == 429 ? 1 : 0;
            _delayed += call.Delayed > TimeSpan.Zero ? 1 : 0;
            _calls.Enqueue(call with { Number = _count });
            if (_calls.Count > Kept)
            {
                _calls.Dequeue();
            }
        }

        Added?.Invoke();
    }
}
