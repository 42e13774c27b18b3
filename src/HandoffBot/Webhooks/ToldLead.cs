using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;

namespace HandoffBot.Webhooks;

/// <summary>A lead with all that is told of it outside.</summary>
internal sealed record ToldLead(
    Lead Lead,
    SalesTeam Team,
    string Source,
    string? Campaign,
    string? Owner,
    string? Message
)
{
    public EventData.LeadPart LeadPart() =>
        new(
            Lead.Id.Value,
            Lead.Id.ToString(),
            Team.Name,
            Lead.Status.ToString(),
            Lead.Owner is { } owner ? new EventData.OwnerPart(owner.Value, Owner) : null,
            Source,
            Campaign,
            Lead.Product,
            Lead.City,
            Message,
            Lead.Reason,
            Lead.AmountMinor,
            Team.Locale.Currency,
            Lead.Inquiries,
            Lead.IsTest,
            Lead.IsSuspect,
            Lead.ReceivedAt,
            Lead.ClaimedAt,
            Lead.ContactedAt,
            Lead.CallBackAt,
            Lead.ClosedAt
        );

    /// <summary>Null once the person was forgotten.</summary>
    public EventData.ContactPart? ContactPart() =>
        Lead.Contact is { IsForgotten: false } contact
            ? new EventData.ContactPart(contact.Name, contact.Phone, contact.Email, contact.Messenger)
            : null;
}
