using HandoffBot.Domain.Leads;
using HandoffBot.Persistence;

namespace HandoffBot.Features.Intake;

/// <summary>Somebody asks: cleaned, bounded and read, fit to be stored.</summary>
internal sealed record NewInquiry
{
    public required InquiryKey KeyKind { get; init; }

    public required string Key { get; init; }

    public string? Name { get; init; }

    public PhoneReading Phone { get; init; }

    /// <summary>In lower case: one mailbox is one e-mail.</summary>
    public string? Email { get; init; }

    public string? Messenger { get; init; }

    /// <summary>The messenger names an account, so that it can be told from others.</summary>
    public bool IsMessengerKnown { get; init; }

    public string? Message { get; init; }

    public string? Product { get; init; }

    public string? City { get; init; }

    public string? Campaign { get; init; }

    /// <summary>Page, marks, extra fields and what could not be read, as JSON; null when there is nothing of it.</summary>
    public string? Trace { get; init; }

    public DateTimeOffset? OccurredAt { get; init; }

    public bool IsTest { get; init; }

    public bool IsSuspect { get; init; }

    /// <summary>The list it is a row of.</summary>
    public long? ListId { get; init; }

    /// <summary>Nobody is to see its lead before the whole list is there.</summary>
    public bool IsArriving { get; init; }

    /// <summary>What two inquiries of one person have in common; a phone that could not be read proves nothing.</summary>
    public IEnumerable<string> ContactKeys() => new[]
        {
            Phone.E164,
            // As it was written too: contacts from before mailboxes were told apart are found by that.
            Email,
            Email is null ? null : Mailbox.Of(Email),
            IsMessengerKnown && Messenger is not null ? ContactKey.OfMessenger(Messenger).Value : null,
        }.OfType<string>().Distinct().Order(StringComparer.Ordinal);

    public Contact ContactAt(Door door) =>
        Contact.Of(door.Team.Id, Name, Phone.Shown, Phone.IsUnreadable, Email, Messenger, Phone.Extension);

    public Likeness LikenessAt(Door door) =>
        new(door.Team.Id, door.Source.Id, KeyKind, KeyKind is InquiryKey.Own ? null : Key, [.. ContactKeys()]);
}
