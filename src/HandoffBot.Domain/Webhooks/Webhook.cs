using HandoffBot.Domain.Team;

namespace HandoffBot.Domain.Webhooks;

/// <summary>The way out of a team: the one address outside that hears of every event of its leads.</summary>
internal sealed class Webhook
{
    /// <summary>How long the secret before the last one signs beside it: 24 hours.</summary>
    public static readonly TimeSpan OldSecretSigns = TimeSpan.FromHours(24);

    /// <summary>Without one success for so long it is turned off: 5 days, as Standard Webhooks' own operators do.</summary>
    public static readonly TimeSpan GivenUpAfter = TimeSpan.FromDays(5);

    /// <summary>Longer than the longest wait between two tries: where nothing was tried for so long, nothing was going on that could fail.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromHours(36);

    private Webhook() { }

    public long Id { get; private set; }

    public TeamId Team { get; private set; }

    /// <summary>May hold a secret of the receiver's in its path, so it is shown in private only, and logged nowhere.</summary>
    public string Address { get; private set; } = "";

    /// <summary>What its posts are signed with, readable because a signature is made with it.</summary>
    public string Secret { get; private set; } = "";

    /// <summary>The secret before the last one, which signs too until <see cref="OldSecretUntil"/>.</summary>
    public string? OldSecret { get; private set; }

    public DateTimeOffset? OldSecretUntil { get; private set; }

    /// <summary>When the present secret was shown; null: nobody has seen it.</summary>
    public DateTimeOffset? SecretShownAt { get; private set; }

    /// <summary>Why nothing goes there; null while it is on.</summary>
    public WebhookEnd? OffBecause { get; private set; }

    public DateTimeOffset? OffSince { get; private set; }

    /// <summary>Since then nothing was taken; null while what is sent is taken.</summary>
    public DateTimeOffset? FailingSince { get; private set; }

    public DateTimeOffset? LastMissedAt { get; private set; }

    /// <summary>How often in a row it did not answer, or was too busy.</summary>
    public int Silences { get; private set; }

    /// <summary>Until then nothing is sent: it needs a rest.</summary>
    public DateTimeOffset? PausedUntil { get; private set; }

    /// <summary>When the admin last heard that an event failed for good; null: not since something was taken.</summary>
    public DateTimeOffset? ToldAt { get; private set; }

    public DateTimeOffset? LastTakenAt { get; private set; }

    /// <summary>Who waits to see how a test goes.</summary>
    public PersonId? TestBy { get; private set; }

    public DateTimeOffset? TestAt { get; private set; }

    public int Version { get; private set; }

    public bool IsOn => OffBecause is null;

    /// <summary>What can be told of the address where others read: its host alone.</summary>
    public string Host => new Uri(Address).IdnHost;

    public static Webhook Of(TeamId team, string address, string secret) =>
        new()
        {
            Team = team,
            Address = address,
            Secret = secret,
        };

    /// <summary>Another address; what is wrong with the old one is forgotten.</summary>
    public void MoveTo(string address)
    {
        Address = address;
        TurnOn();
    }

    public void TurnOn()
    {
        (OffBecause, OffSince, FailingSince, PausedUntil, Silences, ToldAt) = (null, null, null, null, 0, null);
        Version++;
    }

    public void TurnOff(WebhookEnd why, DateTimeOffset at)
    {
        (OffBecause, OffSince) = (why, at);
        Version++;
    }

    /// <summary>Somebody wants to see a secret: the present one while nobody has seen it but by this same wish, else a new one, and the last one signs on for a while.</summary>
    /// <param name="fresh">The new one, if one is needed.</param>
    /// <param name="askedAt">When it was wished for: what was shown since then was shown by an earlier try.</param>
    /// <returns>The secret to be shown.</returns>
    public string ShowSecret(string fresh, DateTimeOffset askedAt, DateTimeOffset at)
    {
        if (SecretShownAt is { } shown && shown < askedAt)
        {
            (OldSecret, OldSecretUntil, Secret) = (Secret, at + OldSecretSigns, fresh);
        }

        SecretShownAt = at;
        Version++;
        return Secret;
    }

    /// <summary>The secrets it is signed with, the present one first.</summary>
    public IReadOnlyList<string> Secrets(DateTimeOffset at) =>
        [.. new[] { Secret, OldSecretUntil > at ? OldSecret : null }.OfType<string>()];

    /// <summary>It took what it was sent.</summary>
    public void Took(DateTimeOffset at)
    {
        (LastTakenAt, FailingSince, PausedUntil, Silences, ToldAt) = (at, null, null, 0, null);
        Version++;
    }

    /// <summary>It did not take what it was sent.</summary>
    public void Missed(WebhookAnswer answer, DateTimeOffset at)
    {
        FailingSince = LastMissedAt > at - Pause ? FailingSince ?? at : at;
        LastMissedAt = at;
        if (answer.WantsRest)
        {
            Silences++;
            var rest = WebhookRetries.Rest(Silences);
            PausedUntil = at + (answer.RetryAfter > rest ? answer.RetryAfter.Value : rest);
        }

        Version++;
    }

    public bool IsGivenUp(DateTimeOffset at) => at - FailingSince >= GivenUpAfter;

    /// <summary>True once until something is taken again: the admin is to hear that an event failed for good.</summary>
    public bool Tell(DateTimeOffset at)
    {
        if (ToldAt is not null)
        {
            return false;
        }

        ToldAt = at;
        Version++;
        return true;
    }

    /// <summary>Somebody wants to see how it answers; also while it is off.</summary>
    public void AskTest(PersonId by, DateTimeOffset at)
    {
        (TestBy, TestAt) = (by, at);
        Version++;
    }

    public void EndTest()
    {
        (TestBy, TestAt) = (null, null);
        Version++;
    }
}

/// <summary>Why a webhook is off.</summary>
internal enum WebhookEnd
{
    ByHand,

    /// <summary>It answered 410: it wants no more.</summary>
    Gone,

    /// <summary>Nothing was taken for <see cref="Webhook.GivenUpAfter"/>.</summary>
    Silent,
}
