using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Domain.Webhooks;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Team.Webhooks;

/// <summary>The last events that did not get through, each with why, and a button to send all of them again.</summary>
internal sealed class ShowWebhookFailures(HandoffDb db, TimeProvider clock) : IDelivery
{
    private const int Shown = 5;

    internal sealed record Arguments(int Team);

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var id = new TeamId(row.Read<Arguments>().Team);
        var team = await db.Teams.AsNoTracking().SingleAsync(t => t.Id == id, cancellationToken);
        var failed = db
            .WebhookDeliveries.AsNoTracking()
            .Where(d => d.State == WebhookDeliveryState.Failed)
            .Where(d => db.Webhooks.Any(w => w.Id == d.Webhook && w.Team == id));
        var count = await failed.CountAsync(cancellationToken);
        var last = await failed
            .OrderByDescending(d => d.DoneAt)
            .ThenByDescending(d => d.Seq)
            .Take(Shown)
            .ToListAsync(cancellationToken);
        var (words, now) = (team.Words(), clock.GetUtcNow());
        var back = WebhookButton.Of(words["Team.WebhookDoBack"], WebhookButton.Choice.Show, id);
        var again = WebhookButton.Of(words["Team.WebhookDoAgain"], WebhookButton.Choice.SendAgain, id);
        var message =
            count == 0
                ? ChatMessage.Of(words["Team.WebhookNoneFailed"]).With([back])
                : ChatMessage
                    .Of([
                        Line.Bold(words.Say("Team.WebhookFailed", count)),
                        .. last.Select(d => (Line?)LineOf(d, words, now)),
                        words["Team.WebhookAgainHow"],
                    ])
                    .With([again], [back]);
        return new Speech.Say(message, MessageRole.Other, 0);
    }

    private static string LineOf(WebhookDelivery delivery, Wording words, DateTimeOffset now) =>
        words.Say(
            "Team.WebhookFailedLine",
            delivery.Lead.ToString(),
            EventType.Of(delivery.Kind),
            words.Moment(delivery.CreatedAt, now),
            WebhookText.Of(delivery.Trouble, delivery.Status, words)
        );
}
