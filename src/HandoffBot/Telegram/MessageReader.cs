using System.Text.RegularExpressions;
using HandoffBot.Chat;
using HandoffBot.Domain.Intake;
using Telegram.Bot.Types;

namespace HandoffBot.Telegram;

/// <summary>Reads one message: a command, a text, a medium, or the news that somebody came or left or the group got a new id.</summary>
internal static partial class MessageReader
{
    private const int LongestName = 120;

    public static Incoming Read(UpdateKey key, Message message, bool edited, BotIdentity me)
    {
        var (place, author) = (People.PlaceOf(message), People.AuthorOf(message));
        var command = edited ? Match.Empty : Command().Match(message.Text ?? "");
        var words = message.Text ?? message.Caption ?? (FileOf(message) is null ? null : "");
        Incoming read = message switch
        {
            { MigrateToChatId: { } to } => new ChatUpgraded(message.Chat.Id, to) { Key = key, Place = place },
            { MigrateFromChatId: { } from } => new ChatUpgraded(from, message.Chat.Id) { Key = key, Place = place },
            _ when Moved(message, me) is { } who => new MemberChanged(who, message.LeftChatMember is null)
            {
                Key = key,
                Place = place,
            },
            _ when words is null || (command.Success && !IsFor(me, command)) => new Uninteresting
            {
                Key = key,
                Place = place,
            },
            _ when command.Success => new CommandGiven(
                command.Groups["name"].Value.ToLowerInvariant(),
                command.Groups["rest"].Value.Trim(),
                message.Id,
                ReplyTo(message)
            )
            {
                Key = key,
                Place = place,
            },
            _ => new TextWritten(words, message.Id, ReplyTo(message), edited, FileOf(message))
            {
                Key = key,
                Place = place,
                Document = DocumentOf(message),
            },
        };
        return read with { From = author };
    }

    /// <summary>The first of those who came, or who left. The bot itself hears of its own coming by its membership.</summary>
    private static Sender? Moved(Message message, BotIdentity me) =>
        (message.NewChatMembers ?? [])
            .Append(message.LeftChatMember)
            .FirstOrDefault(who => who is not null && who.Id != me.Id)
            is { } someone
            ? People.SenderOf(someone)
            : null;

    /// <summary>One that names another bot is none of ours.</summary>
    private static bool IsFor(BotIdentity me, Match command) =>
        command.Groups["bot"] is not { Success: true } bot
        || bot.ValueSpan.Equals(me.Username, StringComparison.OrdinalIgnoreCase);

    /// <summary>Within a topic everything "replies" to the message that opened the topic; that is no reply.</summary>
    private static int? ReplyTo(Message message) =>
        message.ReplyToMessage is not { } answered || (message.IsTopicMessage && answered.Id == message.MessageThreadId)
            ? null
            : answered.Id;

    private static string? FileOf(Message message) =>
        message.Photo?.LastOrDefault()?.FileId
        ?? message.Document?.FileId
        ?? message.Voice?.FileId
        ?? message.Audio?.FileId
        ?? message.Video?.FileId
        ?? message.VideoNote?.FileId
        ?? message.Animation?.FileId;

    private static SentDocument? DocumentOf(Message message) =>
        // An animation is told as a document besides.
        message is { Document: { } document, Animation: null }
            ? new SentDocument(
                document.FileId,
                OutsideText.Line(document.FileName, LongestName),
                document.FileSize ?? 0
            )
            : null;

    [GeneratedRegex(
        @"^/(?<name>[A-Za-z0-9_]{1,32})(@(?<bot>[A-Za-z0-9_]{1,64}))?(\s(?<rest>.*))?$",
        RegexOptions.Singleline | RegexOptions.CultureInvariant
    )]
    private static partial Regex Command();
}
