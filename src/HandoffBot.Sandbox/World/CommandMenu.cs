namespace HandoffBot.Sandbox.World;

/// <summary>Which of the bot's lists of commands a person is shown in a chat: the narrowest there is.</summary>
internal static class CommandMenu
{
    public static ImmutableArray<BotCommand> For(BotAccount bot, ChatRoom chat, Person person)
    {
        var isAdmin = chat.Member(person.Id).IsAdmin;
        string?[] scopes =
        [
            $"chat_member:{chat.Id}:{person.Id}",
            isAdmin ? $"chat_administrators:{chat.Id}" : null,
            $"chat:{chat.Id}",
            isAdmin && chat.IsGroup ? "all_chat_administrators" : null,
            chat.Kind == ChatKind.Private ? "all_private_chats" : "all_group_chats",
            "default",
        ];
        foreach (var scope in scopes.Where(scope => scope is not null))
        {
            foreach (var language in new[] { person.LanguageCode ?? "", "" })
            {
                if (bot.Commands.TryGetValue($"{scope}|{language}", out var commands) && commands.Length > 0)
                {
                    return commands;
                }
            }
        }

        return [];
    }
}
