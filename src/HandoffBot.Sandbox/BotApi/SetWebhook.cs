using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi;

/// <summary>Keeps the settings and ends a poll in progress; without an address it deletes the webhook.</summary>
internal sealed class SetWebhook : WorldMethod
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override Answer Do(BotCall call, Draft draft)
    {
        if (call.Parameters.Text("url").Length == 0)
        {
            return DeleteWebhook.Delete(call, draft);
        }

        var bot = draft.View.Bots[call.Bot.Id];
        var webhook = WebhookRules.Read(call.Parameters, call.World.AllowsPlainWebhooks);
        if (draft.Now - bot.WebhookSetAt < Pause)
        {
            throw Refusal.TooManyRequests(1);
        }

        AllowedUpdates.Apply(call);
        DeleteWebhook.DropPending(call);
        if (bot.Webhook == webhook)
        {
            return Answer.True with { Description = "Webhook is already set" };
        }

        draft.Put(bot with { Webhook = webhook, WebhookSetAt = draft.Now, WebhookError = null });
        call.World.QueueOf(bot.Id).Polls.End("terminated by setWebhook request");
        return Answer.True with { Description = "Webhook was set" };
    }
}
