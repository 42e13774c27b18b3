using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Domain.Webhooks;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Webhooks;

/// <summary>Has people told how a webhook fares.</summary>
internal static class WebhookNotices
{
    /// <summary>Tells the admin what is wrong; takes <see cref="Trouble"/>.</summary>
    public const string TellTrouble = "TellWebhookTrouble";

    /// <summary>Tells whoever asked how a test went; takes <see cref="TestResult"/>.</summary>
    public const string TellTestResult = "TellWebhookTest";

    internal sealed record Trouble(int Team);

    internal sealed record TestResult(int Team, WebhookTrouble? Trouble, int? Status, long Milliseconds);

    /// <summary>Called once for each trouble, with the commit that marks it.</summary>
    public static async Task TellAdminAsync(
        HandoffDb db,
        Webhook webhook,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        var admin = await db.Installations.AsNoTracking().Select(i => i.Admin).SingleAsync(cancellationToken);
        if (admin is { } person)
        {
            var trouble = new Trouble(webhook.Team.Value);
            db.Say(IntentOf(TellTrouble, person, webhook, at, OutboxPriority.Private, trouble), at);
        }
    }

    public static void TellTest(
        HandoffDb db,
        Webhook webhook,
        PersonId by,
        WebhookAnswer answer,
        TimeSpan took,
        DateTimeOffset at
    )
    {
        var result = new TestResult(webhook.Team.Value, answer.Trouble, answer.Status, (long)took.TotalMilliseconds);
        db.Say(IntentOf(TellTestResult, by, webhook, at, OutboxPriority.Answer, result), at);
    }

    private static Intent IntentOf(
        string delivery,
        PersonId to,
        Webhook webhook,
        DateTimeOffset at,
        OutboxPriority priority,
        object arguments
    )
    {
        var origin = string.Create(
            CultureInfo.InvariantCulture,
            $"notice:webhook-{webhook.Id}-{at.ToUnixTimeMilliseconds()}"
        );
        return new Intent(delivery, ChatAddress.Private(to.Value), origin, priority, arguments);
    }
}
