using HandoffBot.Sandbox.BotApi.Json;
using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi;

internal sealed class GetMe : WorldMethod
{
    protected override Answer Do(BotCall call, Draft draft)
    {
        var json = UserJson.Of(call.Bot);
        json["can_join_groups"] = true;
        json["can_read_all_group_messages"] = call.Bot.ReadsEverything;
        foreach (
            var flag in new[]
            {
                "supports_inline_queries",
                "can_connect_to_business",
                "has_main_web_app",
                "has_topics_enabled",
                "allows_users_to_create_topics",
            }
        )
        {
            json[flag] = false;
        }

        return new Answer(json);
    }
}
