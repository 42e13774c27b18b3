using HandoffBot.Outbox;

namespace HandoffBot.Features.Handoff;

/// <summary>A note was taken: a reaction says so without another message.</summary>
internal sealed class ConfirmNote : IDelivery
{
    private const string Written = "✍";

    internal sealed record Arguments(int MessageId);

    public Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken) =>
        Task.FromResult(Speech.With(row, row.Read<Arguments>().MessageId, m => new Speech.React(m, Written)));
}
