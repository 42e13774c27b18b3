using HandoffBot.Outbox;

namespace HandoffBot.Features.Promotions;

/// <summary>Pins the announcement. Where the right is missing the row ends with that, and nothing else stops.</summary>
internal sealed class PinPromotion : IDelivery
{
    public Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken) =>
        Task.FromResult(Speech.With(row, row.Read<PromotionOf>().MessageId, m => new Speech.Pin(m)));
}
