using HandoffBot.Leadership;

namespace HandoffBot.Tests.Leadership;

/// <summary>Leads until it is asked for the first time whether it still does, and follows from then on.</summary>
internal sealed class LostAtTheLook : Leader, IDisposable
{
    private readonly CancellationTokenSource term = new();
    private readonly TaskCompletionSource follows = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int terms;

    /// <summary>Done when what it did while it led has ended.</summary>
    public Task FollowsAsync() => follows.Task.WaitAsync(TimeSpan.FromSeconds(20));

    public override bool IsHeld
    {
        get
        {
            term.Cancel();
            return true;
        }
    }

    public override string Words => "";

    public override async Task<CancellationToken> TermAsync(CancellationToken stoppingToken)
    {
        if (Interlocked.Increment(ref terms) > 1)
        {
            follows.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stoppingToken);
        }

        return term.Token;
    }

    public void Dispose() => term.Dispose();
}
