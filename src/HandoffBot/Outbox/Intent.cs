using HandoffBot.Chat;

namespace HandoffBot.Outbox;

/// <summary>A wish to say something: which delivery, where to, caused by what.</summary>
/// <param name="Origin">What caused it, such as <c>lead:1042.3</c>; with delivery and address it makes the row unique.</param>
/// <param name="Arguments">Ids and codes for the delivery, stored as JSON.</param>
internal sealed record Intent(
    string Delivery,
    ChatAddress To,
    string Origin,
    OutboxPriority Priority,
    object? Arguments = null,
    DateTimeOffset? DueAt = null
);
