using HandoffBot.Domain.Webhooks;
using HandoffBot.Resources;

namespace HandoffBot.Features.Team.Webhooks;

/// <summary>How a webhook fares, in words.</summary>
internal static class WebhookText
{
    /// <summary>Without what may be a secret in its path: the host, and whether it is on.</summary>
    public static string Short(Webhook? webhook, Wording words) =>
        webhook switch
        {
            null => words["Team.WebhookNone"],
            { IsOn: true } => webhook.Host,
            _ => words.Say("Team.WebhookOffShort", webhook.Host),
        };

    /// <param name="last">How the last event that was tried and not taken ended.</param>
    public static string State(Webhook webhook, string? last, Wording words, DateTimeOffset now) =>
        webhook switch
        {
            { OffBecause: { } why, OffSince: { } since } => words.Say($"Team.WebhookOff{why}", words.Since(since, now)),
            { FailingSince: { } since } when last is not null => words.Say(
                "Team.WebhookFailing",
                words.Since(since, now),
                last
            ),
            { LastTakenAt: { } at } => words.Say("Team.WebhookOn", words.Moment(at, now)),
            _ => words["Team.WebhookOnNew"],
        };

    public static string Of(WebhookTrouble? trouble, int? status, Wording words) =>
        words.Say($"Team.Webhook{trouble ?? WebhookTrouble.Broken}", status?.ToString(CultureInfo.InvariantCulture));
}
