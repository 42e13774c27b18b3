namespace HandoffBot.Sandbox.World;

/// <summary>What is to go wrong: single calls by order, or the whole connection until it is restored.</summary>
internal sealed class Faults
{
    private readonly Lock _gate = new();
    private readonly List<Fault> _ordered = [];
    private TaskCompletionSource _cut = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public event Action? Changed;

    /// <summary>No call gets through while the connection is cut.</summary>
    public bool IsCut => Cutting.IsCompleted;

    /// <summary>Completes when the connection is cut; polls that wait end with it.</summary>
    public Task Cutting
    {
        get
        {
            lock (_gate)
            {
                return _cut.Task;
            }
        }
    }

    public ImmutableArray<Fault> Pending
    {
        get
        {
            lock (_gate)
            {
                return [.. _ordered];
            }
        }
    }

    public void Order(Fault fault)
    {
        lock (_gate)
        {
            _ordered.Add(fault);
        }

        Changed?.Invoke();
    }

    public void Clear()
    {
        lock (_gate)
        {
            _ordered.Clear();
        }

        Changed?.Invoke();
    }

    /// <summary>Cuts the connection to "Telegram": calls break off, waiting ones too.</summary>
    public void Cut()
    {
        lock (_gate)
        {
            _cut.TrySetResult();
        }

        Changed?.Invoke();
    }

    public void Restore()
    {
        lock (_gate)
        {
            if (_cut.Task.IsCompleted)
            {
                _cut = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }

        Changed?.Invoke();
    }

    /// <summary>The fault this call is to suffer, if any; it is used up by that.</summary>
    public Fault? TakeFor(string method, long? chatId)
    {
        lock (_gate)
        {
            var index = _ordered.FindIndex(fault => fault.Hits(method, chatId) && fault.Strikes());
            if (index < 0)
            {
                return null;
            }

            var fault = _ordered[index];
            _ordered[index] = fault with { Times = fault.Times - 1 };
            _ordered.RemoveAll(one => one.Times <= 0);
            return fault;
        }
    }
}
