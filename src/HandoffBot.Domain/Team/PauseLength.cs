using System.Text.RegularExpressions;

namespace HandoffBot.Domain.Team;

/// <summary>How long a break is to be, as people type it: <c>30m</c>, <c>45</c>, <c>2 часа</c>. Minutes where no unit stands.</summary>
internal static partial class PauseLength
{
    public static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);

    /// <summary>Longer is no break but the end of a shift.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>Where nothing is said.</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromMinutes(30);

    /// <summary>Null when it cannot be read, or is shorter than a minute or longer than twelve hours.</summary>
    public static TimeSpan? Read(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return Usual;
        }

        var said = Shape().Match(text);
        if (!said.Success)
        {
            return null;
        }

        var number = int.Parse(said.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
        var length = said.Groups["hours"].Success ? TimeSpan.FromHours(number) : TimeSpan.FromMinutes(number);
        return length < Shortest || length > Longest ? null : length;
    }

    [GeneratedRegex(
        @"^\s*(?<number>[0-9]{1,4})\s*(?:(?:m|min|mins|minutes?|м|мин|минут[аы]?)|(?<hours>h|hours?|ч|час(?:а|ов)?))?\.?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Shape();
}
