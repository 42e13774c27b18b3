using HandoffBot.Chat;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace HandoffBot.Telegram;

/// <summary>A message on its way out, and what was taken out of it because Telegram refused it so.</summary>
internal sealed record Draft(ChatMessage Message, bool Formatted = true)
{
    /// <summary>Shorter than this nothing is told any more.</summary>
    private const int ShortestText = 256;

    /// <summary>How much text goes out, in UTF-16 units without tags.</summary>
    private int Room { get; init; } = Message.Picture is null ? MessageText.MaxText : MessageText.MaxCaption;

    public ParseMode ParseMode => Formatted ? ParseMode.Html : ParseMode.None;

    public string Text
    {
        get
        {
            var text = MessageText.Of(Message.Lines, Room);
            return Formatted ? text.Html : text.Plain;
        }
    }

    public ReplyParameters? Reply =>
        Message.ReplyTo is { } id ? new() { MessageId = id, AllowSendingWithoutReply = true } : null;

    /// <summary>Null where there is nothing left to mend so.</summary>
    public Draft? Mended(Mend mend) =>
        mend switch
        {
            Mend.WithoutFormatting when Formatted => this with { Formatted = false },
            Mend.WithoutButtons when Message.Keyboard.Count > 0 || Message.AskReply is not null => this with
            {
                Message = Message with { Keyboard = [], AskReply = null },
            },
            Mend.WithoutReply when Message.ReplyTo is not null => this with
            {
                Message = Message with { ReplyTo = null },
            },
            Mend.WithoutPicture when Message.Picture is not null => this with
            {
                Message = Message with { Picture = null },
            },
            Mend.WithPictureBytes when Message.Picture is { FileId: not null, Png.Length: > 0 } picture => this with
            {
                Message = Message with { Picture = picture with { FileId = null } },
            },
            Mend.Shorter
                when Math.Min(Room, MessageText.Of(Message.Lines, Room).Plain.Length) / 2
                    is var half
                        and >= ShortestText => this with
            {
                Room = half,
            },
            _ => null,
        };
}
