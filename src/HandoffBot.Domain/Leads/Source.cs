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

    /// <summary>What programs sign their posts with, readable because a signature is made anew to compare it; null until one was made.</summary>
    public string? SigningSecret { get; private set; }

    /// <summary>The secret before the last one, still good until <see cref="OldSigningUntil"/>.</summary>
    public string? OldSigningSecret { get; private set; }

    public DateTimeOffset? OldSigningUntil { get; private set; }

    /// <summary>Whether posts without a signature are refused; a wrong one is refused in any case.</summary>
    public bool MustSign { get; private set; }

    /// <summary>In the address of the source's web form; public, trusted with little.</summary>
    public string? FormKey { get; init; }

    /// <summary>Sites whose forms may post; empty: any.</summary>
    public string Origins { get; set; } = "";

    /// <summary>Where the browser goes after the form; never taken from the request.</summary>
    public string? ThanksUrl { get; set; }

    /// <summary>Of the leads that come through it from now on.</summary>
    public LeadPriority Priority { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The key that replaces the last one, which stays good for <paramref name="oldLives"/> more.</summary>
    public void Rekey(string keyHash, DateTimeOffset at, TimeSpan oldLives)
    {
        (OldKeyHash, OldKeyUntil) = (KeyHash, KeyHash is null ? null : at + oldLives);
        KeyHash = keyHash;
    }

    /// <summary>Replaces the last key by another one that nobody has seen; the one before it lives as long as it would have.</summary>
    public void Remint(string keyHash) => KeyHash = keyHash;

    /// <summary>The secret that replaces the last one, which stays good for <paramref name="oldLives"/> more.</summary>
    public void NewSecret(string secret, DateTimeOffset at, TimeSpan oldLives)
    {
        (OldSigningSecret, OldSigningUntil) = (SigningSecret, SigningSecret is null ? null : at + oldLives);
        SigningSecret = secret;
    }

    /// <summary>Replaces the last secret by another one that nobody has seen.</summary>
    public void RemintSecret(string secret) => SigningSecret = secret;

    /// <summary>Takes only signed posts from here on, or unsigned ones too. False: without a secret nobody could sign.</summary>
    public bool Demand(bool signed)
    {
        if (signed && SigningSecret is null)
        {
            return false;
        }

        MustSign = signed;
        return true;
    }

    /// <summary>The secrets a signature may be made with.</summary>
    public IEnumerable<string> Secrets(DateTimeOffset at) =>
        new[] { SigningSecret, OldSigningUntil > at ? OldSigningSecret : null }.OfType<string>();

    public bool Opens(string keyHash, DateTimeOffset at) =>
        KeyHash == keyHash || (OldKeyHash == keyHash && OldKeyUntil > at);

    /// <summary>What opens it: the hashes of the keys that are good, and the key of its form.</summary>
    public IEnumerable<string> Names(DateTimeOffset at) =>
        new[] { KeyHash, OldKeyUntil > at ? OldKeyHash : null, FormKey }.OfType<string>();
}
