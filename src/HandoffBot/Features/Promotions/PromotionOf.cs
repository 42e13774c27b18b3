namespace HandoffBot.Features.Promotions;

/// <summary>Which promotion a row of the outbox is about, and which of its messages.</summary>
internal sealed record PromotionOf(long Id, int MessageId = 0);
