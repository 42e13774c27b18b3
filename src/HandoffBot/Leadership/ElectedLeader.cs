using System.Diagnostics;

namespace HandoffBot.Leadership;

/// <summary>On PostgreSQL a session's advisory lock decides; <see cref="Election"/> keeps asking for it and tells here how it went.</summary>
internal sealed class ElectedLeader : Leader, IDisposable
{
    /// <summary>A leader that was paused must not speak on waking: by then the server has ended its session and another one leads.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan SpeaksFirst = TimeSpan.FromSeconds(2);

    private readonly Lock gate = new();
    private readonly TaskCompletionSource followed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource<CancellationToken> elected = New();
    private CancellationTokenSource? term;
    private long begunAt;
    private long provenAt;

    public override bool IsHeld
    {
        get
        {
            lock (gate)
            {
                return term is not null && Stopwatch.GetElapsedTime(provenAt) < Fresh;
            }
        }
    }

    /// <summary>What sweeps do for the first time takes the processor for about a second.</summary>
    public override bool MaySweep =>
        IsHeld && (!followed.Task.IsCompleted || Stopwatch.GetElapsedTime(Volatile.Read(ref begunAt)) >= SpeaksFirst);

    public override string Words =>
        IsHeld ? "This process speaks."
        : Trouble is { } trouble ? trouble
        : IsReady ? "Another process speaks, this one is ready to."
        : "Another process speaks, this one listens.";

    /// <summary>Why nobody can be elected from here, if so.</summary>
    public string? Trouble { get; set; }

    /// <summary>Whether a takeover begins with nothing that is done here for the first time.</summary>
    public bool IsReady { get; set; }

    public override Task<CancellationToken> TermAsync(CancellationToken stoppingToken)
    {
        lock (gate)
        {
            return elected.Task.WaitAsync(stoppingToken);
        }
    }

    /// <summary>Waits until another process was found to lead, the first time.</summary>
    public Task FollowsAsync(CancellationToken stoppingToken) => followed.Task.WaitAsync(stoppingToken);

    /// <summary>Another process has the lock.</summary>
    public void Follow()
    {
        Trouble = null;
        followed.TrySetResult();
    }

    /// <summary>The lock is held since a question that was asked at this moment.</summary>
    public void Begin(long askedAt, CancellationToken stoppingToken)
    {
        lock (gate)
        {
            (begunAt, provenAt, Trouble) = (askedAt, askedAt, null);
            // What is done first here is done now.
            IsReady = true;
            term = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            elected.TrySetResult(term.Token);
        }
    }

    /// <summary>The server still answered on the lock's own connection to a question asked at this moment.</summary>
    public void Prove(long askedAt)
    {
        lock (gate)
        {
            provenAt = askedAt;
        }
    }

    public void End()
    {
        CancellationTokenSource? over;
        lock (gate)
        {
            (over, term) = (term, null);
            elected = over is null ? elected : New();
        }

        over?.Cancel();
        over?.Dispose();
    }

    public void Dispose() => End();

    private static TaskCompletionSource<CancellationToken> New() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);
}
