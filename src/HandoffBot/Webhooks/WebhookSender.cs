using HandoffBot.Domain.Webhooks;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Webhooks;

/// <summary>Sends one thing: reads the rows as they are now, posts them, and has the answer recorded.</summary>
internal sealed class WebhookSender(
    IServiceScopeFactory scopes,
    WebhookClient client,
    WebhookMarks marks,
    TimeProvider clock
)
{
    public async Task SendAsync(WebhookTurn turn, CancellationToken cancellationToken)
    {
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<HandoffDb>();
        var bodies = services.ServiceProvider.GetRequiredService<WebhookBodies>();
        var webhook = await db.Webhooks.AsNoTracking().SingleAsync(w => w.Id == turn.Webhook, cancellationToken);
        if (turn.IsTest)
        {
            await TestAsync(webhook, bodies, cancellationToken);
            return;
        }

        var delivery = await db
            .WebhookDeliveries.AsNoTracking()
            .SingleOrDefaultAsync(d => d.Seq == turn.Seq, cancellationToken);
        if (delivery is not null && await bodies.OfAsync(delivery, cancellationToken) is { } body)
        {
            var answer = await client.PostAsync(webhook, delivery.MessageId, body, cancellationToken);
            await marks.RecordAsync(webhook, delivery, answer);
        }
        else if (delivery is not null)
        {
            await marks.DropAsync(delivery);
        }
    }

    private async Task TestAsync(Webhook webhook, WebhookBodies bodies, CancellationToken cancellationToken)
    {
        var body = await bodies.TestAsync(webhook, cancellationToken);
        var began = clock.GetTimestamp();
        var id = WebhookDelivery.NewMessageId(clock.GetUtcNow());
        var answer = await client.PostAsync(webhook, id, body, cancellationToken);
        await marks.RecordTestAsync(webhook, answer, clock.GetElapsedTime(began));
    }
}
