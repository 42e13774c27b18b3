using HandoffBot.Domain.Team;

namespace HandoffBot.Domain.Leads;

/// <summary>Whom to call: the personal half of a lead, kept apart so that it can be erased.</summary>
internal sealed class Contact
{
    public long Id { get; private set; }

    public required TeamId Team { get; init; }

    public string? Name { get; private set; }

    /// <summary>E.164 with its plus, or as it came where it could not be read (<see cref="IsPhoneUnread"/>).</summary>
    public string? Phone { get; private set; }

    public bool IsPhoneUnread { get; private set; }

    public string? Email { get; private set; }

    public string? Messenger { get; private set; }

    /// <summary>What it is searched by, in one case for both databases.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>Since when nothing is known of this person any more.</summary>
    public DateTimeOffset? ForgottenAt { get; private set; }

    public bool IsForgotten => ForgottenAt is not null;

    public static Contact Of(
        TeamId team,
        string? name,
        string? phone,
        bool isPhoneUnread,
        string? email,
        string? messenger
    )
    {
        var contact = new Contact
        {
            Team = team,
            Name = name,
            Phone = phone,
            IsPhoneUnread = isPhoneUnread,
            Email = email,
            Messenger = messenger,
        };
        contact.SearchText = SearchTextOf(name, phone, email, messenger);
        return contact;
    }

    /// <summary>Fills in what was not known before; what is known stays.</summary>
    public void Complete(Contact newer)
    {
        if (Phone is null || (IsPhoneUnread && newer is { Phone: not null, IsPhoneUnread: false }))
        {
            (Phone, IsPhoneUnread) = (newer.Phone ?? Phone, newer.Phone is null ? IsPhoneUnread : newer.IsPhoneUnread);
        }

        (Name, Email, Messenger) = (Name ?? newer.Name, Email ?? newer.Email, Messenger ?? newer.Messenger);
        SearchText = SearchTextOf(Name, Phone, Email, Messenger);
    }

    /// <summary>What this person can be found by; none once forgotten.</summary>
    public IEnumerable<ContactKey> Keys()
    {
        if (Phone is { } phone)
        {
            yield return new(IsPhoneUnread ? ContactKeyKind.AsTyped : ContactKeyKind.Phone, phone);
        }

        if (Email is { } email)
        {
            yield return new(ContactKeyKind.Email, email.ToLowerInvariant());
        }

        if (Messenger is { } messenger)
        {
            yield return ContactKey.OfMessenger(messenger);
        }
    }

    /// <summary>Nothing stays but the row that leads point to.</summary>
    public void Forget(DateTimeOffset at)
    {
        (Name, Phone, IsPhoneUnread, Email, Messenger) = (null, null, false, null, null);
        (SearchText, ForgottenAt) = ("", at);
    }

    private static string SearchTextOf(params string?[] parts) =>
        string.Join(' ', parts.Where(p => !string.IsNullOrWhiteSpace(p))).ToLowerInvariant();
}
