using HandoffBot.Domain.Intake;

namespace HandoffBot.Domain.Team;

/// <summary>
/// Days on which a team does not work, as people type them: <c>01.01-08.01, 23.02</c> are all there are, <c>+ 31.12</c> and
/// <c>- 23.02</c> change the list. Without a year the next one is meant.
/// </summary>
internal static class HolidayReader
{
    /// <summary>A year of them and some.</summary>
    public const int Most = 60;

    private const char Add = '+';
    private const char Remove = '-';

    private static readonly string[] NoneAtAll = ["none", "no", "net"];

    /// <param name="listed">Those of the team so far.</param>
    /// <returns>Null when it cannot be read, or would be too many.</returns>
    public static HolidayReading? Read(
        string text,
        IReadOnlyList<DateOnly> listed,
        DateTimeOffset now,
        TimeZoneInfo zone
    )
    {
        var today = DateOnly.FromDateTime(WallClock.Local(now, zone));
        if (NoneAtAll.Contains(Latin.Of(text.Trim())))
        {
            return new HolidayReading([], [], []);
        }

        var (days, past, unlisted) = (new SortedSet<DateOnly>(), new SortedSet<DateOnly>(), new SortedSet<DateOnly>());
        char? sign = null;
        var parts = text.Split(
            [',', ';', '\n'],
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );
        foreach (var (part, number) in parts.Select((p, number) => (p, number)))
        {
            var given = SignOf(part);
            if (number == 0 && given is not null)
            {
                days.UnionWith(listed.Where(d => d >= today));
            }
            else if (given is not null && sign is null)
            {
                return null;
            }

            sign = given ?? sign;
            if (Days(given is null ? part : part[1..], now, zone) is not { } named)
            {
                return null;
            }

            if (sign is Remove)
            {
                unlisted.UnionWith(named.Where(d => !days.Contains(d)));
                days.ExceptWith(named);
                continue;
            }

            past.UnionWith(named.Where(d => d < today));
            days.UnionWith(named.Where(d => d >= today));
        }

        return days.Count <= Most && parts.Length > 0 ? new HolidayReading([.. days], [.. past], [.. unlisted]) : null;
    }

    private static char? SignOf(string part) =>
        part[0] switch
        {
            Add => Add,
            Remove or (>= '\u2010' and <= '\u2015') or '\u2212' => Remove,
            _ => null,
        };

    private static List<DateOnly>? Days(string part, DateTimeOffset now, TimeZoneInfo zone)
    {
        if (TimeOffReader.Read(part, now, zone, out var off, ahead: true) is not TimeOffProblem.None)
        {
            return null;
        }

        var (from, to) = (WallClock.Local(off.From, zone), WallClock.Local(off.To, zone));
        var isWhole = from.TimeOfDay == TimeSpan.Zero && to.TimeOfDay == TimeSpan.Zero;
        var length = (to - from).TotalDays;
        return isWhole && length <= Most
            ? [.. Enumerable.Range(0, (int)length).Select(d => DateOnly.FromDateTime(from).AddDays(d))]
            : null;
    }
}

/// <summary>What a list of holidays comes to.</summary>
/// <param name="Days">In order, from today on.</param>
/// <param name="Past">Named and over; not among the days.</param>
/// <param name="Unlisted">To be taken off a list on which they do not stand.</param>
internal sealed record HolidayReading(
    IReadOnlyList<DateOnly> Days,
    IReadOnlyList<DateOnly> Past,
    IReadOnlyList<DateOnly> Unlisted
);
