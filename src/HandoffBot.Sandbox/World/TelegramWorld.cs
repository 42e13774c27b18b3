using System.Collections.Concurrent;

namespace HandoffBot.Sandbox.World;

/// <summary>
/// Chats, people and bots in memory. Changes happen one at a time under one lock; <see cref="View"/> is always a
/// finished state.
/// </summary>
internal sealed partial class TelegramWorld
{
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<long, UpdateQueue> _queues = [];
    private WorldView _view = WorldView.Empty;
    private long _lastPersonId = 700_000_000;
    private long _lastGroupId = 4_800_000_000;
    private long _lastSupergroupId = 1_002_200_000_000;

    public TelegramWorld(MovableClock? clock = null) => Clock = clock ?? new MovableClock();

    /// <summary>Raised after every change, outside the lock, on the thread that made it.</summary>
    public event Action? Changed;

    public MovableClock Clock { get; }

    public Limits Limits { get; } = new();

    public Faults Faults { get; } = new();

    public CallLog Calls { get; } = new();

    public FileStore Files { get; } = new();

    /// <summary>Lets a webhook be plain http on any port and machine, which Telegram itself would refuse.</summary>
    public bool AllowsPlainWebhooks { get; set; }

    public WorldView View => Volatile.Read(ref _view);

    public UpdateQueue QueueOf(long botId) => _queues.GetOrAdd(botId, _ => new UpdateQueue(Clock));

    /// <summary>Makes a change; when <paramref name="change"/> throws, nothing has happened.</summary>
    public T Change<T>(Func<Draft, T> change)
    {
        T result;
        bool changed;
        lock (_gate)
        {
            var draft = new Draft(_view, Clock.GetUtcNow());
            result = change(draft);
            changed = !ReferenceEquals(_view, draft.View);
            Volatile.Write(ref _view, draft.View);
            foreach (var update in draft.Updates)
            {
                QueueOf(update.BotId).Add(update);
            }
        }

        if (changed)
        {
            Changed?.Invoke();
        }

        return result;
    }

    public void Change(Action<Draft> change) =>
        Change(draft =>
        {
            change(draft);
            return true;
        });

    /// <summary>Goes through a change without making it: throws what the real one would throw now.</summary>
    public void Rehearse<T>(Func<Draft, T> change)
    {
        lock (_gate)
        {
            change(new Draft(_view, Clock.GetUtcNow()));
        }
    }

    /// <summary>Waits, in real time, until the world looks as wanted; looks again after every change and every call.</summary>
    /// <exception cref="TimeoutException">It never did.</exception>
    public async Task<WorldView> WaitForAsync(Func<WorldView, bool> wanted, TimeSpan timeout)
    {
        var seen = new TaskCompletionSource<WorldView>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look()
        {
            try
            {
                var view = View;
                if (wanted(view))
                {
                    seen.TrySetResult(view);
                }
            }
            catch (Exception wrong)
            {
                // Belongs to whoever waits, not to whoever made the change.
                seen.TrySetException(wrong);
            }
        }

        Changed += Look;
        Calls.Added += Look;
        try
        {
            Look();
            return await seen.Task.WaitAsync(timeout, TimeProvider.System);
        }
        finally
        {
            Changed -= Look;
            Calls.Added -= Look;
        }
    }
}
