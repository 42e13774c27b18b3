using System.Text.RegularExpressions;
using HandoffBot.Domain.Intake;

namespace HandoffBot.Features.Intake;

/// <summary>Reads <c>@name</c>, links to Telegram and WhatsApp, and "WhatsApp: number".</summary>
internal static partial class MessengerReader
{
    public const int MaxLength = 100;

    /// <summary>What the text names; anything else is kept as it is, and null is only an empty text.</summary>
    public static MessengerReading? Read(string? text, string country)
    {
        var clean = OutsideText.Line(text, MaxLength);
        return clean.Length == 0 ? null : Known(clean, country) ?? new(MessengerKind.Other, clean);
    }

    /// <summary>The first messenger named in a longer text, with the place it takes.</summary>
    public static (int Start, int Length, MessengerReading Messenger)? FindIn(string text, string country)
    {
        foreach (var match in Mentions().Matches(text).AsEnumerable())
        {
            if (Known(match.Value, country) is { } messenger)
            {
                return (match.Index, match.Length, messenger);
            }
        }

        return null;
    }

    private static MessengerReading? Known(string text, string country)
    {
        if (WhatsApp().Match(text) is { Success: true } whatsApp)
        {
            var digits = whatsApp.Groups["number"].Value;
            var phone = whatsApp.Groups["link"].Success ? "+" + digits.TrimStart('+') : digits;
            return PhoneReader.Read(phone, country).E164 is { } number ? new(MessengerKind.WhatsApp, number) : null;
        }

        if (TelegramPhone().Match(text) is { Success: true } dialled)
        {
            var phone = PhoneReader.Read(dialled.Groups["number"].Value, country).E164;
            return phone is null ? null : new(MessengerKind.Telegram, phone);
        }

        var name = TelegramName().Match(text);
        return name.Success ? new(MessengerKind.Telegram, "@" + name.Groups["name"].Value) : null;
    }

    [GeneratedRegex(
        @"^(?:telegram|tg)?[\s:,\-]*(?:@|(?:https?://)?(?:www\.)?(?:t|telegram)\.me/@?|tg://resolve\?domain=)(?<name>[a-z][a-z0-9_]{3,31})/?(?:\?\S*)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex TelegramName();

    [GeneratedRegex(
        @"^(?:(?:telegram|tg)[\s:,\-]*|(?:https?://)?t\.me/)(?<number>\+?[\d\s()\-]{5,20})$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex TelegramPhone();

    [GeneratedRegex(
        @"^(?:(?<link>(?:https?://)?(?:wa\.me/|api\.whatsapp\.com/send/?\?phone=))|(?:whats\s?app|wa)[\s:,\-]*)(?<number>\+?[\d\s()\-]{5,20})(?:[?&]\S*)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex WhatsApp();

    [GeneratedRegex(
        @"(?<![\w@./])(?:(?:https?://)?(?:t|telegram|wa)\.me/\S+|@[a-z][a-z0-9_]{3,31}|whats\s?app[\s:,\-]*\+?\d[\d\s()\-]{4,18}\d)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Mentions();
}
