using HandoffBot.Domain.Webhooks;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Webhooks;

/// <summary>Writes down how a webhook answered, and what follows: another try, the end of an event, the end of the webhook.</summary>
internal sealed partial class WebhookMarks(
    CommitWriter writer,
    Random dice,
    TimeProvider clock,
    ILogger<WebhookMarks> logger
)
{
    /// <param name="used">The webhook as it was when it was called.</param>
    /// <param name="sent">The event as it was then.</param>
    public Task RecordAsync(Webhook used, WebhookDelivery sent, WebhookAnswer answer) =>
        // What was sent must be recorded: forgetting it would send it twice.
        writer.CommitAsync(
            async (scope, token) =>
            {
                var delivery = await scope.Db.WebhookDeliveries.SingleOrDefaultAsync(d => d.Seq == sent.Seq, token);
                var webhook = await scope.Db.Webhooks.SingleAsync(w => w.Id == used.Id, token);
                if (delivery is not { State: WebhookDeliveryState.Pending } || delivery.Tries != sent.Tries)
                {
                    return;
                }

                if (answer.IsTaken)
                {
                    delivery.Took(answer, clock.GetUtcNow());
                    webhook.Took(clock.GetUtcNow());
                }
                else if (webhook.Address == used.Address)
                {
                    await MissAsync(scope.Db, webhook, delivery, answer, token);
                }

                await scope.Db.SaveChangesAsync(token);
            },
            CancellationToken.None
        );

    public Task RecordTestAsync(Webhook used, WebhookAnswer answer, TimeSpan took) =>
        writer.CommitAsync(
            async (scope, token) =>
            {
                var webhook = await scope.Db.Webhooks.SingleAsync(w => w.Id == used.Id, token);
                if (webhook.TestAt == used.TestAt && webhook.TestBy is { } by)
                {
                    webhook.EndTest();
                    WebhookNotices.TellTest(scope.Db, webhook, by, answer, took, clock.GetUtcNow());
                    await scope.Db.SaveChangesAsync(token);
                }
            },
            CancellationToken.None
        );

    /// <summary>What it would tell of is not there any more.</summary>
    public Task DropAsync(WebhookDelivery sent) =>
        writer.CommitAsync(
            (scope, token) => scope.Db.WebhookDeliveries.Where(d => d.Seq == sent.Seq).ExecuteDeleteAsync(token),
            CancellationToken.None
        );

    private async Task MissAsync(
        HandoffDb db,
        Webhook webhook,
        WebhookDelivery delivery,
        WebhookAnswer answer,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        webhook.Missed(answer, now);
        if (answer.Trouble is WebhookTrouble.Gone || webhook.IsGivenUp(now))
        {
            var why = answer.Trouble is WebhookTrouble.Gone ? WebhookEnd.Gone : WebhookEnd.Silent;
            delivery.Fail(answer, now);
            webhook.TurnOff(why, now);
            await WebhookRows.EndWaitingAsync(db, webhook.Id, now, cancellationToken, except: delivery.Seq);
            Log.TurnedOff(logger, webhook.Team.Value, why);
            await WebhookNotices.TellAdminAsync(db, webhook, now, cancellationToken);
        }
        else if (delivery.Missed(answer, now, dice.NextDouble()))
        {
            await WebhookRows.LetFollowAsync(db, delivery, cancellationToken);
        }
        else if (webhook.Tell(now))
        {
            Log.Failed(logger, webhook.Team.Value, answer.Trouble, answer.Status);
            await WebhookNotices.TellAdminAsync(db, webhook, now, cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The webhook of team {Team} is off: {Why}. /settings turns it on again.")]
        public static partial void TurnedOff(ILogger logger, int team, WebhookEnd why);

        [LoggerMessage(
            LogLevel.Warning,
            "An event did not get through to the webhook of team {Team} in any of its tries: {Trouble} {Status}."
        )]
        public static partial void Failed(ILogger logger, int team, WebhookTrouble? trouble, int? status);
    }
}
