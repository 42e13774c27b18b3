namespace HandoffBot.Domain.Webhooks;

/// <summary>How one try to tell a webhook something ended.</summary>
/// <param name="Trouble">Null: it was taken.</param>
/// <param name="Status">The status of its answer, if there was one.</param>
/// <param name="RetryAfter">How long it asked to be left alone; a day at most.</param>
internal sealed record WebhookAnswer(WebhookTrouble? Trouble, int? Status = null, TimeSpan? RetryAfter = null)
{
    /// <summary>What it asks for beyond this is not heeded: 24 hours.</summary>
    public static readonly TimeSpan LongestRest = TimeSpan.FromHours(24);

    public bool IsTaken => Trouble is null;

    /// <summary>Nobody is there, or too much is asked of it: other events would fare no better now.</summary>
    public bool WantsRest =>
        Trouble
            is WebhookTrouble.NoSuchHost
                or WebhookTrouble.NoConnection
                or WebhookTrouble.PrivateNetwork
                or WebhookTrouble.NotSecure
                or WebhookTrouble.BadCertificate
                or WebhookTrouble.TooSlow
                or WebhookTrouble.Broken
        || Status is 429 or 502 or 503 or 504;

    /// <summary>What an answer means by its status: 200 to 299 is taken, all else is not.</summary>
    public static WebhookAnswer Of(int status, TimeSpan? retryAfter = null) =>
        new(
            status switch
            {
                >= 200 and < 300 => null,
                >= 300 and < 400 => WebhookTrouble.Redirected,
                410 => WebhookTrouble.Gone,
                _ => WebhookTrouble.Refused,
            },
            status,
            retryAfter > LongestRest ? LongestRest : retryAfter
        );
}

/// <summary>Why something did not get through.</summary>
internal enum WebhookTrouble
{
    /// <summary>Answered with a status that is no success.</summary>
    Refused,

    /// <summary>Answered with another address, which is not followed.</summary>
    Redirected,

    /// <summary>Answered 410.</summary>
    Gone,

    NoSuchHost,
    NoConnection,

    /// <summary>The name leads to an address that the settings do not allow.</summary>
    PrivateNetwork,

    /// <summary>Without TLS, which the settings do not allow.</summary>
    NotSecure,

    BadCertificate,
    TooSlow,

    /// <summary>Something answered that is not HTTP, or broke off.</summary>
    Broken,

    /// <summary>It was never tried: the webhook was turned off before.</summary>
    TurnedOff,
}
