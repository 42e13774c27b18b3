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

    /// <summary>Of the office the phone leads to.</summary>
    public string? Extension { get; private set; }

    public string? Email { get; private set; }

    /// <summary>Where the e-mail leads, to be found by; see <see cref="Leads.Mailbox"/>.</summary>
    public string? Mailbox { get; private set; }

    public string? Messenger { get; private set; }

    /// <summary>What it is searched by, in one case for both databases.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>Since when nothing is known of this person any more.</summary>
    public DateTimeOffset? ForgottenAt { get; private set; }

    public bool IsForgotten => ForgottenAt is not null;

    /// <summary>Phones that reach this person, those behind an account of a messenger included, in E.164.</summary>
    public IEnumerable<string> Numbers => Keys().Where(k => k.Kind is ContactKeyKind.Phone).Select(k => k.Value);

    /// <summary>The <c>@name</c> in a messenger.</summary>
    public string? Account =>
        Messenger is { } shown && ContactKey.OfMessenger(shown) is { Kind: ContactKeyKind.Messenger } key
            ? key.Value
            : null;

    public static Contact Of(
        TeamId team,
        string? name,
        string? phone,
        bool isPhoneUnread,
        string? email,
        string? messenger,
        string? extension = null
    )
    {
        var contact = new Contact
        {
            Team = team,
            Name = name,
            Phone = phone,
            IsPhoneUnread = isPhoneUnread,
            Extension = extension,
            Email = email,
            Messenger = messenger,
        };
        contact.Index();
        return contact;
    }

    /// <summary>The same again, to keep what was known at that moment.</summary>
    public Contact Copy() => Of(Team, Name, Phone, IsPhoneUnread, Email, Messenger, Extension);

    /// <summary>Whether <see cref="Complete"/> would change anything.</summary>
    public bool Lacks(Contact newer) =>
        (Name is null && newer.Name is not null)
        || (Email is null && newer.Email is not null)
        || (Messenger is null && newer.Messenger is not null)
        || TakesPhoneOf(newer);

    /// <summary>Fills in what was not known before; what is known stays.</summary>
    public void Complete(Contact newer)
    {
        if (TakesPhoneOf(newer))
        {
            (Phone, IsPhoneUnread, Extension) = (newer.Phone, newer.IsPhoneUnread, newer.Extension);
        }

        (Name, Email, Messenger) = (Name ?? newer.Name, Email ?? newer.Email, Messenger ?? newer.Messenger);
        Index();
    }

    /// <summary>Knows only what these say, the first of them first.</summary>
    public void Become(IEnumerable<Contact> said)
    {
        (Name, Phone, IsPhoneUnread, Extension, Email, Messenger) = (null, null, false, null, null, null);
        foreach (var one in said)
        {
            Complete(one);
        }
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
        (Name, Phone, IsPhoneUnread, Extension, Email, Messenger) = (null, null, false, null, null, null);
        Index();
        ForgottenAt = at;
    }

    private bool TakesPhoneOf(Contact newer) =>
        newer.Phone is not null && (Phone is null || (IsPhoneUnread && !newer.IsPhoneUnread));

    private void Index()
    {
        Mailbox = Email is null ? null : Leads.Mailbox.Of(Email);
        var parts = new[] { Name, Phone, Email, Messenger }.Where(p => !string.IsNullOrWhiteSpace(p));
        SearchText = string.Join(' ', parts).ToLowerInvariant();
    }
}
