namespace HandoffBot.Domain.Leads;

/// <summary>What one person can be told from others by, in one spelling; an account that is a phone number counts as that phone.</summary>
/// <param name="Value">E.164 with its plus; an e-mail in lower case; an account with its <c>@</c>, in lower case; else as it was typed.</param>
internal readonly record struct ContactKey(ContactKeyKind Kind, string Value)
{
    private static readonly string[] NumberedMessengers = ["WhatsApp +", "Telegram +"];

    /// <summary>What was typed into a field and could not be read tells nobody from others.</summary>
    public bool IsCertain => Kind is not ContactKeyKind.AsTyped;

    public static ContactKey OfMessenger(string shown) =>
        Array.Exists(NumberedMessengers, m => shown.StartsWith(m, StringComparison.Ordinal))
            ? new(ContactKeyKind.Phone, shown[shown.IndexOf('+')..])
        : shown.StartsWith('@') ? new(ContactKeyKind.Messenger, shown.ToLowerInvariant())
        : new(ContactKeyKind.AsTyped, shown);

    /// <summary>What stands in a contact's messenger for a key; several for a phone.</summary>
    public static IEnumerable<string> ShownOf(string key) =>
        key.StartsWith('+') ? NumberedMessengers.Select(m => m[..^1] + key) : [key];

    public override string ToString() => $"{Kind}:{Value}";
}

internal enum ContactKeyKind
{
    Phone,
    Email,
    Messenger,

    /// <summary>A phone or a messenger that could not be read.</summary>
    AsTyped,
}
