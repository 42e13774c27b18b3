using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Domain.Webhooks;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Team.Webhooks;

/// <summary>A team's webhook: its address, how it fares, and what can be done with it.</summary>
internal sealed class ShowWebhook(HandoffDb db, TimeProvider clock) : IDelivery
{
    internal sealed record Arguments(int Team);

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var id = new TeamId(row.Read<Arguments>().Team);
        var team = await db.Teams.AsNoTracking().SingleAsync(t => t.Id == id, cancellationToken);
        var webhook = await db.Webhooks.AsNoTracking().SingleOrDefaultAsync(w => w.Team == id, cancellationToken);
        var words = team.Words();
        var title = Line.Bold(words.Say("Team.WebhookOf", team.Name));
        var message = webhook is null
            ? ChatMessage.Of(title, words["Team.WebhookNothing"]).With([Do("Address", WebhookButton.Choice.Address)])
            : await PageAsync(webhook, title, words, cancellationToken);
        return new Speech.Say(message, MessageRole.Other, 0);

        Button Do(string label, WebhookButton.Choice choice) =>
            WebhookButton.Of(words[$"Team.WebhookDo{label}"], choice, id);
    }

    private async Task<ChatMessage> PageAsync(
        Webhook webhook,
        Line title,
        Wording words,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var deliveries = db.WebhookDeliveries.AsNoTracking().Where(d => d.Webhook == webhook.Id);
        var waiting = await deliveries.CountAsync(d => d.State == WebhookDeliveryState.Pending, cancellationToken);
        var failed = await deliveries.CountAsync(d => d.State == WebhookDeliveryState.Failed, cancellationToken);
        var last = await deliveries
            .Where(d => d.Trouble != null && d.Trouble != WebhookTrouble.TurnedOff)
            .OrderByDescending(d => d.Seq)
            .FirstOrDefaultAsync(cancellationToken);
        return ChatMessage
            .Of(
                title,
                webhook.Address,
                WebhookText.State(
                    webhook,
                    last is null ? null : WebhookText.Of(last.Trouble, last.Status, words),
                    words,
                    now
                ),
                waiting + failed == 0 ? null : (Line)words.Say("Team.WebhookCounts", waiting, failed),
                webhook.SecretShownAt is null ? (Line)words["Team.WebhookSecretUnseen"] : null,
                webhook.OldSecretUntil is { } until && until > now
                    ? (Line)words.Say("Team.WebhookOldSecret", words.Time(until, now))
                    : null,
                words["Team.WebhookHow"]
            )
            .With(
                [Do(words["Team.WebhookDoAddress"], WebhookButton.Choice.Address)],
                [
                    Do(words["Team.WebhookDoTest"], WebhookButton.Choice.Test),
                    Do(words["Team.WebhookDoSecret"], WebhookButton.Choice.Secret),
                ],
                [
                    Do(words.Say("Team.WebhookDoFailed", failed), WebhookButton.Choice.Failed),
                    webhook.IsOn
                        ? Do(words["Team.WebhookDoOff"], WebhookButton.Choice.TurnOff)
                        : Do(words["Team.WebhookDoOn"], WebhookButton.Choice.TurnOn),
                ]
            );

        Button Do(string label, WebhookButton.Choice choice) => WebhookButton.Of(label, choice, webhook.Team);
    }
}
