namespace HandoffBot.Sandbox.World;

/// <summary>A bot's updates until they are confirmed: a press waits 150 seconds, anything else 24 hours.</summary>
internal sealed class UpdateQueue(TimeProvider clock)
{
    private static readonly TimeSpan PressLives = TimeSpan.FromSeconds(150);
    private static readonly TimeSpan UpdateLives = TimeSpan.FromHours(24);

    private const int ConfirmedKept = 200;

    private readonly Lock _gate = new();
    private readonly List<Update> _updates = [];
    private readonly Queue<Update> _confirmed = [];

    // Ids go on growing when the sandbox is started again, as a database kept from before would take small ones for repeats.
    private int _lastId = (int)(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() - 1_600_000_000);
    private ImmutableHashSet<string>? _allowed;
    private TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Polls Polls { get; } = new();

    /// <summary>The kinds asked for; null means the usual ones.</summary>
    public ImmutableHashSet<string>? Allowed
    {
        get
        {
            lock (_gate)
            {
                return _allowed;
            }
        }
        set
        {
            lock (_gate)
            {
                _allowed = value;
            }
        }
    }

    public int Count
    {
        get
        {
            lock (_gate)
            {
                DropOld();
                return _updates.Count;
            }
        }
    }

    /// <summary>Completes when the next update comes in.</summary>
    public Task Arrival
    {
        get
        {
            lock (_gate)
            {
                return _arrived.Task;
            }
        }
    }

    public void Add(Update update)
    {
        TaskCompletionSource arrived;
        lock (_gate)
        {
            if (!(_allowed?.Contains(update.Kind) ?? !UpdateKinds.OnRequest.Contains(update.Kind)))
            {
                return;
            }

            _updates.Add(update with { Id = ++_lastId });
            arrived = _arrived;
            _arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        arrived.SetResult();
    }

    public void Clear()
    {
        lock (_gate)
        {
            _updates.Clear();
        }
    }

    /// <summary>Confirms everything before a positive offset; a negative one keeps only the last so many.</summary>
    public ImmutableArray<Update> Take(int offset, int limit)
    {
        lock (_gate)
        {
            DropOld();
            if (offset < 0)
            {
                _updates.RemoveRange(0, Math.Max(0, _updates.Count + offset));
            }
            else if (offset > 0)
            {
                Keep(_updates.TakeWhile(update => update.Id < offset));
                _updates.RemoveAll(update => update.Id < offset);
            }

            return [.. _updates.Take(limit)];
        }
    }

    /// <summary>Takes out one that was delivered; the rest stays as it is.</summary>
    public void Remove(int updateId)
    {
        lock (_gate)
        {
            _updates.RemoveAll(update => update.Id == updateId);
        }
    }

    /// <summary>Gives the last so many confirmed ones again, as after a confirmation that was lost on its way.</summary>
    /// <returns>How many there were.</returns>
    public int Repeat(int count)
    {
        lock (_gate)
        {
            var again = _confirmed.TakeLast(count).ToList();
            _updates.InsertRange(0, again);
            _confirmed.Clear();
            return again.Count;
        }
    }

    private void Keep(IEnumerable<Update> confirmed)
    {
        foreach (var update in confirmed)
        {
            _confirmed.Enqueue(update);
            if (_confirmed.Count > ConfirmedKept)
            {
                _confirmed.Dequeue();
            }
        }
    }

    private void DropOld()
    {
        var now = clock.GetUtcNow();
        _updates.RemoveAll(update =>
            now - update.At > (update.Kind == UpdateKinds.CallbackQuery ? PressLives : UpdateLives)
        );
    }
}
