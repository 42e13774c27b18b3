using HandoffBot.Domain.Intake;
using HandoffBot.Domain.Leads;

namespace HandoffBot.Features.Reminders;

/// <summary>What reminders tell of a lead: nothing a group may not see.</summary>
internal sealed record WaitingLead(Lead Lead, string? Campaign, string? OwnerName)
{
    private const int SubjectLength = 40;

    public LeadId Id => Lead.Id;

    /// <summary><c>PVC windows · Kazan · Autumn 2026</c>; null if nothing is known.</summary>
    public string? Subject
    {
        get
        {
            var parts = new[] { Lead.Product, Lead.City, Campaign }
                .Where(p => !string.IsNullOrWhiteSpace(p))
                .Select(p => ContactMask.ForGroup(p!, SubjectLength))
                .ToArray();
            return parts.Length == 0 ? null : string.Join(" · ", parts);
        }
    }

    public string Title => Subject is { } subject ? $"{Id} · {subject}" : Id.ToString();
}
