namespace HandoffBot.Features.Intake;

/// <summary>What could be read out of one pasted text; null is what it did not say.</summary>
internal sealed record PastedFields
{
    public string? Name { get; init; }

    public PhoneReading Phone { get; init; }

    public EmailReading? Email { get; init; }

    public MessengerReading? Messenger { get; init; }

    public string? Product { get; init; }

    public string? City { get; init; }

    public string? Message { get; init; }

    /// <summary>Whether there is any way to reach the person.</summary>
    public bool HasContact => !Phone.IsNone || Email is not null || Messenger is not null;
}
