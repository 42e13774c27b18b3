using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Webhooks;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Webhooks;

/// <summary>What happens to many events on their way out at once.</summary>
internal static class WebhookRows
{
    /// <summary>The webhook was turned off: what waits for it has failed, and may be sent again later.</summary>
    public static Task EndWaitingAsync(
        HandoffDb db,
        long webhook,
        DateTimeOffset at,
        CancellationToken cancellationToken,
        long except = 0
    ) =>
        db
            .WebhookDeliveries.Where(d => d.Webhook == webhook && d.State == WebhookDeliveryState.Pending)
            .Where(d => d.Seq != except)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(d => d.State, WebhookDeliveryState.Failed)
                        .SetProperty(d => d.DoneAt, (DateTimeOffset?)at)
                        .SetProperty(d => d.Trouble, (WebhookTrouble?)WebhookTrouble.TurnedOff),
                cancellationToken
            );

    /// <summary>Later events of the same lead are not looked at before their turn can come.</summary>
    public static Task LetFollowAsync(HandoffDb db, WebhookDelivery delivery, CancellationToken cancellationToken) =>
        db
            .WebhookDeliveries.Where(d =>
                d.Webhook == delivery.Webhook
                && d.Lead == delivery.Lead
                && d.Number > delivery.Number
                && d.State == WebhookDeliveryState.Pending
                && d.DueAt < delivery.DueAt
            )
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.DueAt, delivery.DueAt), cancellationToken);

    /// <summary>The leads of a list are seen now, so what happened to them may be told.</summary>
    public static Task LetGoAsync(
        HandoffDb db,
        LeadList list,
        DateTimeOffset at,
        CancellationToken cancellationToken
    ) =>
        db
            .WebhookDeliveries.Where(d =>
                d.State == WebhookDeliveryState.Pending
                && d.DueAt == WebhookDelivery.NotYet
                && db.Webhooks.Any(w => w.Id == d.Webhook && w.Team == list.Team)
                && db.Leads.Any(l => l.Id == d.Lead && l.ListId == list.Id)
            )
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.DueAt, at), cancellationToken);

    /// <summary>All that failed gets as many tries as at first, in the order of each lead.</summary>
    /// <returns>How many.</returns>
    public static Task<int> SendAgainAsync(
        HandoffDb db,
        long webhook,
        DateTimeOffset at,
        CancellationToken cancellationToken
    ) =>
        db
            .WebhookDeliveries.Where(d => d.Webhook == webhook && d.State == WebhookDeliveryState.Failed)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(d => d.State, WebhookDeliveryState.Pending)
                        .SetProperty(d => d.DueAt, at)
                        .SetProperty(d => d.Tries, 0)
                        .SetProperty(d => d.DoneAt, (DateTimeOffset?)null),
                cancellationToken
            );
}
