using System.Threading.Channels;

namespace HandoffBot.Outbox;

/// <summary>Wakes the dispatcher when something was put into the outbox; rung twice before it wakes, it wakes once.</summary>
internal sealed class OutboxBell
{
    private readonly Channel<bool> rung = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    public void Ring() => rung.Writer.TryWrite(true);

    public async Task WaitAsync(CancellationToken cancellationToken) => await rung.Reader.ReadAsync(cancellationToken);
}
