namespace HandoffBot.Sandbox.World;

/// <summary>Who is polling a bot's queue: a newcomer ends the one before.</summary>
internal sealed class Polls
{
    private readonly Lock _gate = new();
    private TaskCompletionSource<string>? _current;
    private int _lastOffset;
    private DateTimeOffset _lastAt;
    private DateTimeOffset _nextConflictAt;

    /// <summary>Ends the poll in progress, if any, and begins a new one; the answer completes with why it was ended.</summary>
    public TaskCompletionSource<string> Begin(string reasonForOld)
    {
        var next = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        Exchange(next)?.TrySetResult(reasonForOld);
        return next;
    }

    public void End(string reason) => Exchange(null)?.TrySetResult(reason);

    public void Finish(TaskCompletionSource<string> poll)
    {
        lock (_gate)
        {
            _current = _current == poll ? null : _current;
        }
    }

    /// <summary>How long ago the same offset was asked for; null when another one was.</summary>
    public TimeSpan? SinceSame(int offset, DateTimeOffset now)
    {
        lock (_gate)
        {
            var since = _lastOffset == offset && _lastAt != default ? now - _lastAt : (TimeSpan?)null;
            (_lastOffset, _lastAt) = (offset, now);
            return since;
        }
    }

    /// <summary>One conflict in three seconds is told at once.</summary>
    public bool MayTellConflictAtOnce(DateTimeOffset now)
    {
        lock (_gate)
        {
            if (now < _nextConflictAt)
            {
                return false;
            }

            _nextConflictAt = now + TimeSpan.FromSeconds(3);
            return true;
        }
    }

    private TaskCompletionSource<string>? Exchange(TaskCompletionSource<string>? next)
    {
        lock (_gate)
        {
            var old = _current;
            _current = next;
            return old;
        }
    }
}
