namespace HandoffBot.Sandbox.World;

/// <summary>Which messages a bot is shown: privacy mode, and that bots never see each other.</summary>
internal static class Eyes
{
    public static bool See(WorldView view, BotAccount bot, Message message)
    {
        var chat = view.Chat(message.ChatId);
        if (message.Author.UserId is { } author && view.Bots.ContainsKey(author))
        {
            // A service message is the exception: the bot hears of its own pin.
            return author == bot.Id && message.Service is { Kind: ServiceKind.MessagePinned };
        }

        if (chat.Kind == ChatKind.Private)
        {
            return chat.BotId == bot.Id;
        }

        var member = chat.Member(bot.Id);
        return member.IsIn
            && (
                chat.Kind == ChatKind.Channel
                || member.IsAdmin
                || bot.ReadsEverything
                || message.Service is not null
                || IsMeantFor(view, bot, message)
            );
    }

    private static bool IsMeantFor(WorldView view, BotAccount bot, Message message) =>
        (message.ReplyTo is { } id && view.Message(message.ChatId, id)?.Author.UserId == bot.Id)
        || message.Entities.Any(entity => entity.Type == "bot_command" && IsFor(Piece(message, entity), bot))
        || message.Entities.Any(entity =>
            entity.Type == "mention"
            && Piece(message, entity).Equals("@" + bot.Username, StringComparison.OrdinalIgnoreCase)
        );

    private static bool IsFor(string command, BotAccount bot)
    {
        var at = command.IndexOf('@', StringComparison.Ordinal);
        return at < 0 || command[(at + 1)..].Equals(bot.Username, StringComparison.OrdinalIgnoreCase);
    }

    private static string Piece(Message message, Entity entity) =>
        message.Text!.Substring(entity.Offset, entity.Length);
}
