using System.Text.RegularExpressions;
using HandoffBot.Domain.Intake;
using HandoffBot.Domain.Reminders;

namespace HandoffBot.Domain.Team;

/// <summary>How long a break is to be, as people type it: <c>30m</c>, <c>45</c>, <c>2 hours</c>, in either language. Minutes where no unit stands.</summary>
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

        var said = Shape().Match(Latin.Of(text));
        var unit = said.Groups["unit"].Value;
        if (!said.Success || !CallBackWords.Minutes.TryGetValue(unit.Length == 0 ? "m" : unit, out var minutes))
        {
            return null;
        }

        var number = int.Parse(said.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
        var length = TimeSpan.FromMinutes(number * (long)minutes);
        return length < Shortest || length > Longest ? null : length;
    }

    [GeneratedRegex(@"^\s*(?<number>[0-9]{1,4})\s*(?<unit>[a-z]*)\.?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
