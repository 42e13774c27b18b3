namespace HandoffBot.Domain.Leads;

/// <summary>One accepted post, the first or a repeated one; its key answers the same post again with the same lead.</summary>
internal sealed class Inquiry
{
    public long Id { get; private set; }

    public required long SourceId { get; init; }

    public required InquiryKey KeyKind { get; init; }

    public required string Key { get; set; }

    public required LeadId Lead { get; set; }

    /// <summary>Who asked, as they said it then; null: as the lead's contact says.</summary>
    public long? ContactId { get; set; }

    /// <summary>What an inquiry that joined asked for.</summary>
    public string? Product { get; private set; }

    public string? City { get; private set; }

    public long? CampaignId { get; private set; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>It joined a lead: what it says otherwise is kept, should it turn out to be somebody else's.</summary>
    public void Join(long contactId, string? product, string? city, long? campaignId) =>
        (ContactId, Product, City, CampaignId) = (contactId, product, city, campaignId);

    /// <summary>It is the first of a lead of its own.</summary>
    public void Leave(LeadId lead) => (Lead, ContactId) = (lead, null);

    public void Forget() => (Product, City) = (null, null);
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
