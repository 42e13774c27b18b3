using System.Text.Json.Nodes;
using HandoffBot.Sandbox.BotApi.Json;
using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi;

internal sealed class GetWebhookInfo : WorldMethod
{
    protected override Answer Do(BotCall call, Draft draft)
    {
        var bot = draft.View.Bots[call.Bot.Id];
        var webhook = bot.Webhook;
        var queue = call.World.QueueOf(call.Bot.Id);
        var json = new JsonObject
        {
            ["url"] = webhook?.Url ?? "",
            ["has_custom_certificate"] = false,
            ["pending_update_count"] = queue.Count,
        };
        return new Answer(
            json.With("max_connections", webhook?.MaxConnections)
                .With("ip_address", webhook?.IpAddress)
                .With("last_error_date", bot.WebhookError?.At.ToUnixTimeSeconds())
                .With("last_error_message", bot.WebhookError?.Words)
                .With(
                    "allowed_updates",
                    queue.Allowed is { } kinds ? new JsonArray([.. kinds.Order().Select(kind => (JsonNode)kind)]) : null
                )
        );
    }
}
