using System.Threading.Channels;

namespace HandoffBot.Outbox;

/// <summary>Wakes the dispatcher when something was put into the outbox; rung twice before it wakes, it wakes once.</summary>
internal sealed class OutboxBell(TimeProvider clock)
{
    private readonly Channel<bool> rung = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    public void Ring() => rung.Writer.TryWrite(true);

    /// <summary>Until the time is over or somebody rings.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var rested = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var time = Task.Delay(atMost, clock, rested.Token);
        var ring = rung.Reader.ReadAsync(rested.Token).AsTask();
        await Task.WhenAny(time, ring);
        await rested.CancelAsync();
        await Task.WhenAll(time, ring).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
