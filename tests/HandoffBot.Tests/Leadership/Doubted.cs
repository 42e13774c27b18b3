using HandoffBot.Leadership;

namespace HandoffBot.Tests.Leadership;

/// <summary>Leads for good; whether it may speak right now is another question.</summary>
internal sealed class Doubted : Leader
{
    private readonly TaskCompletionSource again = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int doubts;
    private volatile bool held = true;

    public bool Held
    {
        set => held = value;
    }

    public bool WasDoubted => Volatile.Read(ref doubts) > 0;

    public override bool IsHeld
    {
        get
        {
            var isSo = held;
            if (!isSo && Interlocked.Increment(ref doubts) > 1)
            {
                again.TrySetResult();
            }

            return isSo;
        }
    }

    public override string Words => "";

    /// <summary>Ends when somebody has asked a second time while it was not held: what they would do in between, they have done.</summary>
    public Task DoubtedAgainAsync() => again.Task.WaitAsync(TimeSpan.FromSeconds(10));

    public override Task<CancellationToken> TermAsync(CancellationToken stoppingToken) =>
        Task.FromResult(stoppingToken);
}
