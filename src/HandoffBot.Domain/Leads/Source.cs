using HandoffBot.Domain.Team;

namespace HandoffBot.Domain.Leads;

/// <summary>A door leads come through: a site form, an ads form, a phone, a hand.</summary>
internal sealed class Source
{
    public long Id { get; private set; }

    public required TeamId Team { get; init; }

    public required string Name { get; init; }

    /// <summary>Of the key that programs send; null until one was made.</summary>
    public string? KeyHash { get; private set; }

    /// <summary>The key before the last one, still good until <see cref="OldKeyUntil"/>.</summary>
    public string? OldKeyHash { get; private set; }

    public DateTimeOffset? OldKeyUntil { get; private set; }

    /// <summary>In the address of the source's web form; public, trusted with little.</summary>
    public string? FormKey { get; init; }

    /// <summary>Sites whose forms may post; empty: any.</summary>
    public string Origins { get; set; } = "";

    /// <summary>Where the browser goes after the form; never taken from the request.</summary>
    public string? ThanksUrl { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The key that replaces the last one, which stays good for <paramref name="oldLives"/> more.</summary>
    public void Rekey(string keyHash, DateTimeOffset at, TimeSpan oldLives)
    {
        (OldKeyHash, OldKeyUntil) = (KeyHash, KeyHash is null ? null : at + oldLives);
        KeyHash = keyHash;
    }

    /// <summary>Replaces the last key by another one that nobody has seen; the one before it lives as long as it would have.</summary>
    public void Remint(string keyHash) => KeyHash = keyHash;

    public bool Opens(string keyHash, DateTimeOffset at) =>
        KeyHash == keyHash || (OldKeyHash == keyHash && OldKeyUntil > at);
}
