using System.Text.Json;

namespace HandoffBot.Webhooks;

/// <summary>What is told of an event; docs/way-out.md describes each field. Fields are added, none is taken away.</summary>
internal sealed record EventData(EventData.EventPart Event, EventData.LeadPart Lead, EventData.ContactPart? Contact)
{
    /// <param name="By">Whoever did it, by the messenger's id.</param>
    /// <param name="Details">What else the event says, in ids and codes.</param>
    internal sealed record EventPart(int Number, long? By, JsonElement Details);

    internal sealed record OwnerPart(long Id, string? Name);

    internal sealed record LeadPart(
        long Id,
        string Number,
        string Team,
        string Status,
        OwnerPart? Owner,
        string Source,
        string? Campaign,
        string? Product,
        string? City,
        string? Message,
        string? Reason,
        long? AmountMinor,
        string Currency,
        int Inquiries,
        bool Test,
        bool Suspect,
        DateTimeOffset ReceivedAt,
        DateTimeOffset? ClaimedAt,
        DateTimeOffset? ContactedAt,
        DateTimeOffset? CallBackAt,
        DateTimeOffset? ClosedAt
    );

    internal sealed record ContactPart(string? Name, string? Phone, string? Email, string? Messenger);
}
