using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.WebChat.Screens;

/// <summary>What a service message reads like.</summary>
internal static class ServiceLines
{
    public static string Of(WorldView view, Message message, ServiceNote note, PageWords words)
    {
        var who = string.Join(", ", note.Users.Select(view.NameOf));
        return note.Kind switch
        {
            ServiceKind.MembersJoined => words.Say("Service.Joined", who),
            ServiceKind.MemberLeft => words.Say("Service.Left", who),
            ServiceKind.MessagePinned => words.Say("Service.Pinned", PinnedText(view, message.ChatId, note.MessageId)),
            ServiceKind.MigratedTo or ServiceKind.MigratedFrom => words["Service.Migrated"],
            ServiceKind.TopicCreated => words.Say("Service.Topic", note.Name),
            _ => note.Name ?? words["Service.Other"],
        };
    }

    private static string PinnedText(WorldView view, long chatId, int messageId) =>
        view.Message(chatId, messageId)?.Text?.Split('\n', 2)[0] ?? "";
}
