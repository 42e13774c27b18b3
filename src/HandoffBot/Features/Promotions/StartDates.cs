using System.Text.RegularExpressions;
using HandoffBot.Domain.Intake;
using HandoffBot.Domain.Team;
using HandoffBot.Resources;

namespace HandoffBot.Features.Promotions;

/// <summary>Reads the day on which a promotion starts, as people write it in either language.</summary>
internal static partial class StartDates
{
    /// <summary>A day without a year that lies no further back is a slip, not the next year's.</summary>
    private const int SlipDays = 60;

    private const int LongestDate = 40;

    /// <summary>The last day that may be named.</summary>
    public static DateOnly Latest(DateOnly today) => today.AddYears(1);

    public static StartDateReading Read(string text, DateOnly today)
    {
        var said = OutsideText.Line(text, LongestDate).ToLowerInvariant().Trim('.', ',', '!', ' ');
        if (Says(said, "Promotions.TodayWords"))
        {
            return Judge(today, today);
        }

        if (Says(said, "Promotions.TomorrowWords"))
        {
            return Judge(today.AddDays(1), today);
        }

        return Named(said) is { } parts && DayOf(parts, today) is { } day
            ? Judge(day, today)
            : new StartDateReading.Unread();
    }

    public static StartDateReading Judge(DateOnly day, DateOnly today) =>
        day < today || day > Latest(today) ? new StartDateReading.OutOfRange() : new StartDateReading.Day(day);

    private static (int Day, int Month, int? Year)? Named(string said)
    {
        foreach (var form in (ReadOnlySpan<Regex>)[Iso(), Dotted(), DayFirst(), MonthFirst()])
        {
            if (form.Match(said) is { Success: true } found && MonthOf(found.Groups["month"].Value) is { } month)
            {
                return (Number(found.Groups["day"].Value), month, YearOf(found.Groups["year"].Value));
            }
        }

        return null;
    }

    private static int? YearOf(string said) =>
        said.Length switch
        {
            0 => null,
            2 => Number(said) + 2000,
            _ => Number(said),
        };

    private static DateOnly? DayOf((int Day, int Month, int? Year) said, DateOnly today)
    {
        var year = said.Year ?? today.Year;
        if (year < 1 || said.Month is < 1 or > 12 || said.Day < 1 || said.Day > DateTime.DaysInMonth(year, said.Month))
        {
            return null;
        }

        var day = new DateOnly(year, said.Month, said.Day);
        return said.Year is null && day < today.AddDays(-SlipDays) ? day.AddYears(1) : day;
    }

    private static int? MonthOf(string said)
    {
        if (said.Length > 0 && char.IsAsciiDigit(said[0]))
        {
            return Number(said);
        }

        return Enum.GetValues<Language>()
            .SelectMany(l => Texts.Get("Promotions.MonthStems", l).Split('|').Select((stem, i) => (stem, Month: i + 1)))
            .Where(m => said.StartsWith(m.stem, StringComparison.Ordinal))
            .OrderByDescending(m => m.stem.Length)
            .Select(m => (int?)m.Month)
            .FirstOrDefault();
    }

    private static bool Says(string said, string key) =>
        Enum.GetValues<Language>().Any(l => Texts.Get(key, l).Split('|').Contains(said));

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<year>[0-9]{4})-(?<month>[0-9]{1,2})-(?<day>[0-9]{1,2})$")]
    private static partial Regex Iso();

    [GeneratedRegex(@"^(?<day>[0-9]{1,2})[./](?<month>[0-9]{1,2})(?:[./](?<year>[0-9]{4}|[0-9]{2}))?$")]
    private static partial Regex Dotted();

    [GeneratedRegex(
        @"^(?<day>[0-9]{1,2})(?:st|nd|rd|th)?\s+(?<month>\p{L}{2,})\.?(?:,?\s+(?<year>[0-9]{4}))?(?:\s*\p{L}+)?$"
    )]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"^(?<month>\p{L}{2,})\.?\s+(?<day>[0-9]{1,2})(?:st|nd|rd|th)?(?:,?\s+(?<year>[0-9]{4}))?$")]
    private static partial Regex MonthFirst();
}
