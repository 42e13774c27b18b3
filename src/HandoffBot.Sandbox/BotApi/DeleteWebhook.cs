using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi;

internal sealed class DeleteWebhook : WorldMethod
{
    public static Answer Delete(BotCall call, Draft draft)
    {
        DropPending(call);
        var bot = draft.View.Bots[call.Bot.Id];
        if (bot.Webhook is null)
        {
            return Answer.True with { Description = "Webhook is already deleted" };
        }

        draft.Put(bot with { Webhook = null });
        return Answer.True with { Description = "Webhook was deleted" };
    }

    public static void DropPending(BotCall call)
    {
        if (call.Parameters.Flag("drop_pending_updates"))
        {
            call.World.QueueOf(call.Bot.Id).Clear();
        }
    }

    protected override Answer Do(BotCall call, Draft draft) => Delete(call, draft);
}
