namespace HandoffBot.Domain.Leads;

/// <summary>One accepted post, the first or a repeated one; its key answers the same post again with the same lead.</summary>
internal sealed class Inquiry
{
    public long Id { get; private set; }

    public required long SourceId { get; init; }

    public required InquiryKey KeyKind { get; init; }

    public required string Key { get; set; }

    public required LeadId Lead { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public DateTimeOffset? OccurredAt { get; init; }
}

/// <summary>Where an inquiry's key comes from: the sender's own id, the Idempotency-Key header, or none was given.</summary>
internal enum InquiryKey
{
    ExternalId,
    Header,
    Own,

    /// <summary>The row of a list, and the list.</summary>
    Row,
}
