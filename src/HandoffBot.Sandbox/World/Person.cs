namespace HandoffBot.Sandbox.World;

/// <summary>Somebody with a phone; whether they started or blocked the bot stands on their private chat.</summary>
internal sealed record Person(long Id, string FirstName)
{
    public string? LastName { get; init; }

    public string? Username { get; init; }

    public string? LanguageCode { get; init; }

    public bool Deactivated { get; init; }

    public string FullName => LastName is null ? FirstName : $"{FirstName} {LastName}";
}
