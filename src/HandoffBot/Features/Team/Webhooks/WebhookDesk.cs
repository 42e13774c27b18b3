using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Domain.Webhooks;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Team.Webhooks;

/// <summary>What a manager does with the team's webhook; who did what is kept, without address and secret.</summary>
internal sealed class WebhookDesk(HandoffDb db, Replies replies, TimeProvider clock)
{
    public Task<Webhook?> FindAsync(TeamId team, CancellationToken cancellationToken) =>
        db.Webhooks.SingleOrDefaultAsync(w => w.Team == team, cancellationToken);

    /// <summary>A new address, tested at once. The admin sees the secret with the first one.</summary>
    public async Task MoveAsync(Caller caller, Incoming update, string address, CancellationToken cancellationToken)
    {
        var webhook = await FindAsync(caller.Team.Id, cancellationToken);
        var before = WebhookText.Short(webhook, caller.Words);
        if (webhook is null)
        {
            webhook = Webhook.Of(caller.Team.Id, address, WebhookSigning.MintSecret());
            db.Webhooks.Add(webhook);
        }

        webhook.MoveTo(address);
        webhook.AskTest(caller.Id, clock.GetUtcNow());
        Note(caller, before, WebhookText.Short(webhook, caller.Words));
        Show(caller, update);
        if (webhook.SecretShownAt is null && IsAdmin(caller))
        {
            ShowSecret(caller, update, webhook);
        }
    }

    public async Task TurnAsync(
        Caller caller,
        Incoming update,
        Webhook webhook,
        bool on,
        CancellationToken cancellationToken
    )
    {
        if (webhook.IsOn != on)
        {
            var before = WebhookText.Short(webhook, caller.Words);
            if (on)
            {
                webhook.TurnOn();
            }
            else
            {
                webhook.TurnOff(WebhookEnd.ByHand, clock.GetUtcNow());
                await WebhookRows.EndWaitingAsync(db, webhook.Id, clock.GetUtcNow(), cancellationToken);
            }

            Note(caller, before, WebhookText.Short(webhook, caller.Words));
        }

        Show(caller, update);
    }

    public void Test(Caller caller, Webhook webhook) => webhook.AskTest(caller.Id, clock.GetUtcNow());

    /// <returns>How many events.</returns>
    public Task<int> SendAgainAsync(Webhook webhook, CancellationToken cancellationToken) =>
        WebhookRows.SendAgainAsync(db, webhook.Id, clock.GetUtcNow(), cancellationToken);

    /// <summary>Until when two secrets sign, so that a third would end the first before its time; null: a new one may be made.</summary>
    public string? OldSecretUntil(Caller caller, Webhook webhook)
    {
        var now = clock.GetUtcNow();
        return webhook.Secrets(now).Count > 1 ? caller.Words.Time(webhook.OldSecretUntil!.Value, now) : null;
    }

    public void ShowSecret(Caller caller, Incoming update, Webhook webhook)
    {
        var now = WebhookText.Short(webhook, caller.Words);
        Note(caller, now, caller.Words.Say("Team.WebhookNewSecret", now));
        replies.Answer(update, nameof(ShowWebhookSecret), new ShowWebhookSecret.Arguments(caller.Team.Id.Value));
    }

    public void Show(Caller caller, Incoming update) =>
        replies.Answer(update, nameof(ShowWebhook), new ShowWebhook.Arguments(caller.Team.Id.Value));

    public static bool IsAdmin(Caller caller) => caller.Member.Roles.HasFlag(Roles.Admin);

    private void Note(Caller caller, string before, string after) =>
        db.TeamChanges.Add(
            new TeamChange
            {
                Team = caller.Team.Id,
                At = clock.GetUtcNow(),
                By = caller.Id,
                What = TeamSetting.Webhook,
                Before = before,
                After = after,
            }
        );
}
