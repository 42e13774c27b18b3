using System.Text.RegularExpressions;

namespace HandoffBot.Domain.Reminders;

/// <summary>Dates and times written in digits.</summary>
internal static partial class CallBackDigits
{
    /// <summary>The words of a text, digits apart from letters: <c>90m</c>, <c>3pm</c>, <c>1,5 h</c>.</summary>
    public static string[] Apart(string text) =>
        Unit()
            .Replace(Half().Replace(text, "."), " ")
            .Split([' ', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary><c>25.11</c>, <c>25/11/26</c>, <c>2026-11-25</c>; null when the month cannot be one.</summary>
    public static (int Day, int Month, int? Year)? Date(string word)
    {
        if (Iso().Match(word) is { Success: true } iso)
        {
            return (Part(iso, 3), Part(iso, 2), Part(iso, 1));
        }

        var date = DayAndMonth().Match(word);
        if (!date.Success || Part(date, 2) is < 1 or > 12)
        {
            return null;
        }

        int? year = date.Groups[3].Length switch
        {
            0 => null,
            2 => 2000 + Part(date, 3),
            _ => Part(date, 3),
        };
        return (Part(date, 1), Part(date, 2), year);
    }

    /// <summary><c>14:35</c>, <c>14.35</c>, or an hour alone.</summary>
    public static (int Hour, int? Minute)? Clock(string word)
    {
        var clock = HourAndMinute().Match(word);
        return clock.Success ? (Part(clock, 1), clock.Groups[2].Success ? Part(clock, 2) : null) : null;
    }

    /// <summary>A count, <c>2</c> or <c>1.5</c>.</summary>
    public static bool Number(string word, out decimal number) =>
        decimal.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);

    private static int Part(Match match, int group) =>
        int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("^([0-9]{4})-([0-9]{2})-([0-9]{2})$")]
    private static partial Regex Iso();

    [GeneratedRegex(@"^([0-9]{1,2})[./]([0-9]{1,2})(?:[./]([0-9]{4}|[0-9]{2}))?\.?$")]
    private static partial Regex DayAndMonth();

    [GeneratedRegex("^([0-9]{1,2})(?:[:.-]([0-9]{2}))?$")]
    private static partial Regex HourAndMinute();

    [GeneratedRegex(@"(?<=\b[0-9]),(?=[0-9]\b)")]
    private static partial Regex Half();

    [GeneratedRegex("(?<=[0-9])(?=[a-z])")]
    private static partial Regex Unit();
}
