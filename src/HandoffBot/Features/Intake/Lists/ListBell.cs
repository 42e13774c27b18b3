using System.Threading.Channels;

namespace HandoffBot.Features.Intake.Lists;

/// <summary>Wakes who works on lists; however often it is rung meanwhile, they look once more.</summary>
internal sealed class ListBell
{
    private readonly Channel<bool> rings = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    public void Ring() => rings.Writer.TryWrite(true);

    public ValueTask<bool> HeardAsync(CancellationToken cancellationToken) => rings.Reader.ReadAsync(cancellationToken);
}
