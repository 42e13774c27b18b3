using System.Text.Json.Nodes;
using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi.Json;

internal static class UserJson
{
    public static JsonObject Of(WorldView view, long id)
    {
        if (view.People.TryGetValue(id, out var person))
        {
            return Of(person);
        }

        return view.Bots.TryGetValue(id, out var bot) ? Of(bot) : Special(id);
    }

    public static JsonObject Of(Person person) =>
        new JsonObject
        {
            ["id"] = person.Id,
            ["is_bot"] = false,
            ["first_name"] = person.FirstName,
        }
            .With("last_name", person.LastName)
            .With("username", person.Username)
            .With("language_code", person.LanguageCode);

    public static JsonObject Of(BotAccount bot) =>
        new()
        {
            ["id"] = bot.Id,
            ["is_bot"] = true,
            ["first_name"] = bot.FirstName,
            ["username"] = bot.Username,
        };

    private static JsonObject Special(long id)
    {
        var (name, username) = id == Author.ChannelBot ? ("Channel", "Channel_Bot") : ("Group", "GroupAnonymousBot");
        return new JsonObject
        {
            ["id"] = id,
            ["is_bot"] = true,
            ["first_name"] = name,
            ["username"] = username,
        };
    }
}
