using System.Text;
using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi.Markup;

/// <summary>What the core refuses in a keyboard, once it knows the chat.</summary>
internal static class MarkupRules
{
    private const int LongestData = 64;
    private const int LongestCopyText = 256;
    private const int LongestKeyboard = 10_000;

    /// <summary>An edit takes inline keyboards only.</summary>
    public static InlineKeyboard? ForEdit(ReplyMarkup? markup, ChatRoom chat) =>
        markup is null or InlineKeyboard
            ? (InlineKeyboard?)Check(markup, chat)
            : throw Refusal.BadRequest("inline keyboard expected");

    public static ReplyMarkup? Check(ReplyMarkup? markup, ChatRoom chat)
    {
        switch (markup)
        {
            case InlineKeyboard inline:
                CheckInline(inline, chat);
                break;
            case not null when chat.Kind == ChatKind.Channel:
                throw Refusal.BadRequest("inline keyboard expected");
            case ReplyKeyboard keyboard when chat.Kind != ChatKind.Private:
                CheckInGroup(keyboard);
                break;
        }

        return markup;
    }

    private static void CheckInline(InlineKeyboard keyboard, ChatRoom chat)
    {
        foreach (var button in keyboard.Rows.SelectMany(row => row))
        {
            CheckButton(button, chat);
        }

        if (Encoding.UTF8.GetByteCount(keyboard.Json) > LongestKeyboard)
        {
            throw Refusal.BadRequest("reply markup is too long");
        }
    }

    private static void CheckButton(Button button, ChatRoom chat)
    {
        if (button.Url is { } url && Links.Wrong(url) is { } wrong)
        {
            throw Refusal.BadRequest($"inline keyboard button URL '{url}' is invalid: {wrong}");
        }

        if (button.CallbackData is { } data && Encoding.UTF8.GetByteCount(data) > LongestData)
        {
            throw Refusal.BadRequest("BUTTON_DATA_INVALID");
        }

        if (button.CopyText is { Length: 0 or > LongestCopyText })
        {
            throw Refusal.BadRequest("BUTTON_COPY_TEXT_INVALID");
        }

        if (button.WebAppUrl is not null && chat.Kind != ChatKind.Private)
        {
            throw Refusal.BadRequest("BUTTON_TYPE_INVALID");
        }
    }

    private static void CheckInGroup(ReplyKeyboard keyboard)
    {
        foreach (var button in keyboard.Rows.SelectMany(row => row))
        {
            if (button.RequestsContact)
            {
                throw Refusal.BadRequest("phone number can be requested in private chats only");
            }

            if (button.RequestsChat)
            {
                throw Refusal.BadRequest("chats can be requested in private chats only");
            }

            if (button.HasWebApp)
            {
                throw Refusal.BadRequest("web App buttons can be used in private chats only");
            }
        }
    }
}
