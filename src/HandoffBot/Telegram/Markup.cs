using HandoffBot.Chat;
using Telegram.Bot.Types;
using Telegram.Bot.Types.ReplyMarkups;

namespace HandoffBot.Telegram;

/// <summary>Buttons and the reply field as Telegram draws them.</summary>
internal static class Markup
{
    private const int MaxPlaceholder = 64;
    private const int MaxCopied = 256;

    /// <summary>Null where no button is left: sent with an edit, it takes the standing ones away.</summary>
    public static InlineKeyboardMarkup? Keyboard(ChatMessage message)
    {
        var rows = message
            .Keyboard.Select(row => row.Select(Button).OfType<InlineKeyboardButton>().ToArray())
            .Where(row => row.Length > 0)
            .ToArray();
        return rows.Length == 0 ? null : new InlineKeyboardMarkup(rows);
    }

    public static ReplyMarkup? Of(ChatMessage message) =>
        message.AskReply is not { } placeholder
            ? Keyboard(message)
            : new ForceReplyMarkup
            {
                Selective = true,
                InputFieldPlaceholder = placeholder.Length == 0 ? null : CleanText.Of(placeholder, MaxPlaceholder),
            };

    /// <summary>Null for a button without a label or without anything to copy, which Telegram drops or refuses.</summary>
    private static InlineKeyboardButton? Button(Button button)
    {
        var label = CleanText.Of(button.Label);
        return button switch
        {
            _ when label.Length == 0 => null,
            PressButton press => InlineKeyboardButton.WithCallbackData(label, CallbackData.Write(press.Press)),
            LinkButton link => InlineKeyboardButton.WithUrl(label, link.Address.AbsoluteUri),
            CopyButton { Text.Length: 0 } => null,
            CopyButton copy => InlineKeyboardButton.WithCopyText(
                label,
                new CopyTextButton { Text = CleanText.Cut(CleanText.Of(copy.Text), MaxCopied) }
            ),
            _ => throw new ArgumentException($"A {button.GetType().Name} has no look yet.", nameof(button)),
        };
    }
}
