using HandoffBot.Chat;

namespace HandoffBot.Telegram;

/// <summary>Reads Telegram's refusals: a code and English words, which are all it gives.</summary>
internal static class Refusals
{
    /// <summary>What to wait when Telegram says "too many" without saying how long.</summary>
    public static readonly TimeSpan UnstatedWait = TimeSpan.FromSeconds(5);

    private static readonly string[] ButtonTrouble =
    [
        "BUTTON_",
        "REPLY_MARKUP_",
        "reply markup is too long",
        "can't parse inline keyboard button",
        "can't parse reply keyboard markup",
        "object expected as reply markup",
        "inline keyboard button URL",
        "inline keyboard expected",
    ];

    private static readonly string[] TooLong =
    [
        "message is too long",
        "MESSAGE_TOO_LONG",
        "text is too long",
        "caption is too long",
        "CAPTION_TOO_LONG",
    ];

    private static readonly string[] NoRight =
    [
        "not enough rights",
        "need administrator rights",
        "have no rights to send",
        "CHAT_WRITE_FORBIDDEN",
        "CHAT_ADMIN_REQUIRED",
        "CHAT_RESTRICTED",
        "CHAT_SEND_",
    ];

    public static Refusal Read(Call call, int code, string words, int? retryAfter = null, long? movedTo = null) =>
        code switch
        {
            _ when movedTo is { } chat => new(new SendOutcome.Moved(chat)),
            429 => new(new SendOutcome.RetryAfter(retryAfter is { } s ? TimeSpan.FromSeconds(s) : UnstatedWait)),
            401 => new(new SendOutcome.Unauthorized()),
            // The front end's answer to a malformed token.
            404 when words == "Not Found" => new(new SendOutcome.Unauthorized()),
            403 => Forbidden(call, words),
            400 => BadRequest(call, words),
            404 or 413 => new(new SendOutcome.Refused(words)),
            _ => new(new SendOutcome.Unanswered(words)),
        };

    private static Refusal Forbidden(Call call, string words)
    {
        if (Has(words, "blocked by the user", "user is deactivated", "can't initiate conversation", "to the bot"))
        {
            return new(new SendOutcome.Held(HeldReason.Unreachable, words));
        }

        if (Has(words, "was kicked", "is not a member", "chat was deleted"))
        {
            return new(new SendOutcome.Held(HeldReason.NotAMember, words));
        }

        return Lacking(call, words) ?? new(new SendOutcome.Refused(words));
    }

    private static Refusal BadRequest(Call call, string words) =>
        Standing(call, words)
        ?? Repairable(call, words)
        ?? Chat(words)
        ?? Lacking(call, words)
        ?? new(new SendOutcome.Refused(words));

    /// <summary>About the message that was to be changed.</summary>
    private static Refusal? Standing(Call call, string words)
    {
        if (
            Has(words, "message is not modified", "message to unpin not found")
            || (call == Call.Delete && Has(words, "message to delete not found"))
        )
        {
            return new(new SendOutcome.Unchanged());
        }

        var gone =
            Has(words, "message to edit not found", "message can't be edited", "message can't be deleted")
            || Has(words, "there is no text in the message to edit", "there is no caption in the message to edit")
            || Has(words, "message to pin not found", "message to react not found", "MESSAGE_ID_INVALID")
            || Has(words, "query is too old");
        return gone ? new(new SendOutcome.Gone()) : null;
    }

    /// <summary>About something in our message without which it can go.</summary>
    private static Refusal? Repairable(Call call, string words)
    {
        if (call is not (Call.Send or Call.Edit))
        {
            return null;
        }

        var mend =
            Has(words, "can't parse entities") ? Mend.WithoutFormatting
            : Has(words, ButtonTrouble) ? Mend.WithoutButtons
            : Has(words, "message to be replied not found", "message to reply not found") ? Mend.WithoutReply
            : Has(words, "wrong file identifier", "wrong remote file identifier") ? Mend.WithPictureBytes
            : Has(words, "rights to send photos", "CHAT_SEND_PHOTOS_FORBIDDEN") ? Mend.WithoutPicture
            : Has(words, TooLong) ? Mend.Shorter
            : Mend.None;
        return mend == Mend.None ? null : new(new SendOutcome.Refused(words), mend);
    }

    /// <summary>About the chat, which takes nothing until something changes there.</summary>
    private static Refusal? Chat(string words)
    {
        if (Has(words, "TOPIC_CLOSED", "TOPIC_DELETED", "message thread not found"))
        {
            return new(new SendOutcome.Held(HeldReason.TopicLost, words));
        }

        return Has(words, "chat not found", "PEER_ID_INVALID", "group chat was upgraded", "group chat was deactivated")
            ? new(new SendOutcome.Held(HeldReason.NotFound, words))
            : null;
    }

    /// <summary>A right to pin, delete or react that is missing stops only that; one to write stops the chat.</summary>
    private static Refusal? Lacking(Call call, string words) =>
        call is Call.Send or Call.Edit && Has(words, NoRight)
            ? new(new SendOutcome.Held(OfChannel(words) ? HeldReason.NoRightInChannel : HeldReason.NoRight, words))
            : null;

    private static bool OfChannel(string words) => Has(words, "in the channel chat");

    private static bool Has(string words, params ReadOnlySpan<string> marks)
    {
        foreach (var mark in marks)
        {
            if (words.Contains(mark, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
