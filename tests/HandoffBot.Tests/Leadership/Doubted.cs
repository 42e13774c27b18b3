using HandoffBot.Leadership;

namespace HandoffBot.Tests.Leadership;

/// <summary>Leads for good; whether it may speak right now is another question.</summary>
internal sealed class Doubted : Leader
{
    private readonly TaskCompletionSource doubted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool held = true;

    public bool Held
    {
        set => held = value;
    }

    public bool WasDoubted => doubted.Task.IsCompleted;

    public override bool IsHeld
    {
        get
        {
            var isSo = held;
            if (!isSo)
            {
                doubted.TrySetResult();
            }

            return isSo;
        }
    }

    public override string Words => "";

    /// <summary>Ends when somebody has asked while it was not held.</summary>
    public Task DoubtedAsync() => doubted.Task.WaitAsync(TimeSpan.FromSeconds(10));

    public override Task<CancellationToken> TermAsync(CancellationToken stoppingToken) =>
        Task.FromResult(stoppingToken);
}
