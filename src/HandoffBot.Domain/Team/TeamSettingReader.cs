using System.Text.RegularExpressions;
using HandoffBot.Domain.Intake;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Reminders;

namespace HandoffBot.Domain.Team;

/// <summary>Settings of a team as people type them. Null when one cannot be read, or cannot be.</summary>
internal static partial class TeamSettingReader
{
    /// <summary>A day: a lead that may wait longer needs no reminder.</summary>
    private const int LongestStep = 24 * 60;

    /// <summary>Thirty days of eight hours.</summary>
    private static readonly TimeSpan LongestOutcome = TimeSpan.FromHours(240);

    private const int MostCarried = 999;

    /// <summary>A year, in days.</summary>
    private const int LongestJoining = 366;

    private static readonly string[] Urgent = ["urgent", "high", "srochnye", "srochno", "vazhnye"];

    private static readonly string[] Later = ["low", "later", "nesrochnye", "nevazhnye"];

    private static readonly char[] Between = [' ', '/', ',', ';', '·'];

    /// <summary>
    /// <c>3 5 10 30</c>: minutes to the reminder, the SLA, the manager, and between two words to the manager; each later than the one
    /// before, the last by itself. With five, <c>3 5 7 10 30</c>, the third offers the lead to the next in turn.
    /// </summary>
    public static Ladder? Ladder(string text, Ladder before)
    {
        var minutes = Numbers(text, LongestStep);
        if (minutes is not ({ Count: 4 } or { Count: 5 }) || minutes.Exists(m => m == 0))
        {
            return null;
        }

        var rising = minutes[..^1];
        return rising.Zip(rising.Skip(1)).All(p => p.First < p.Second)
            ? before with
            {
                Remind = TimeSpan.FromMinutes(minutes[0]),
                Sla = TimeSpan.FromMinutes(minutes[1]),
                Next = minutes.Count == 5 ? TimeSpan.FromMinutes(minutes[2]) : null,
                Manager = TimeSpan.FromMinutes(rising[^1]),
                ManagerRepeat = TimeSpan.FromMinutes(minutes[^1]),
            }
            : null;
    }

    /// <summary><c>urgent 1 2 5 15</c>, <c>low 10 30 60 60</c>: whose minutes are meant; null in front of plain numbers.</summary>
    public static (LeadPriority Priority, string Minutes)? OfPriority(string text)
    {
        var words = text.Trim().Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        LeadPriority? priority =
            words.Length < 2 ? null
            : Urgent.Contains(Latin.Of(words[0]).Trim(':')) ? LeadPriority.High
            : Later.Contains(Latin.Of(words[0]).Trim(':')) ? LeadPriority.Low
            : null;
        return priority is { } of ? (of, words[1]) : null;
    }

    /// <summary>
    /// <c>30 24</c>, <c>30 min 24 h</c>, <c>2 h 16 h</c>: minutes after a claim until the first contact, hours until an outcome, in
    /// working time; the first at most a day, the second not the shorter one and at most 240 hours.
    /// </summary>
    public static (TimeSpan FirstContact, TimeSpan Outcome)? AfterClaim(string text)
    {
        var words = Parts().Split(Latin.Of(text)).Where(w => w.Length > 0).ToList();
        var minutes = new List<int>();
        for (var at = 0; at < words.Count; at++)
        {
            if (
                !int.TryParse(words[at], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                || number > LongestStep
            )
            {
                return null;
            }

            var hasUnit = CallBackWords.Minutes.TryGetValue(words.ElementAtOrDefault(at + 1) ?? "", out var unit);
            at += hasUnit ? 1 : 0;
            minutes.Add(
                number
                    * (
                        hasUnit ? unit
                        : minutes.Count == 0 ? 1
                        : 60
                    )
            );
        }

        return
            minutes is [> 0 and <= LongestStep, var last] && minutes[0] <= last && last <= LongestOutcome.TotalMinutes
            ? (TimeSpan.FromMinutes(minutes[0]), TimeSpan.FromMinutes(last))
            : null;
    }

    /// <summary><c>15 5</c>: open leads, and those without a call yet; 0 is no limit.</summary>
    public static Capacity? Capacity(string text) =>
        Numbers(text, MostCarried) is [var open, var notWorked] ? new Capacity(open, notWorked) : null;

    /// <summary>Minutes an offer stands, 1 to 60.</summary>
    public static TimeSpan? OfferFor(string text) =>
        Numbers(text, 60) is [> 0 and var minutes] ? TimeSpan.FromMinutes(minutes) : null;

    /// <summary><c>30</c>, <c>30 days</c>: 0 to a year.</summary>
    public static int? JoinsWithinDays(string text) =>
        Numbers(text, LongestJoining, CallBackWords.Days) is [var days] ? days : null;

    [GeneratedRegex(@"[\s,;/.·]+|(?<=[0-9])(?=[a-z])")]
    private static partial Regex Parts();

    private static List<int>? Numbers(string text, int most, IReadOnlyDictionary<string, int>? units = null)
    {
        var numbers = new List<int>();
        foreach (var word in Latin.Of(text).Split(Between, StringSplitOptions.RemoveEmptyEntries))
        {
            if (
                (units ?? CallBackWords.Minutes).TryGetValue(word.TrimEnd('.'), out var unit)
                && (units is null || unit == 1)
            )
            {
                continue;
            }

            if (!int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > most)
            {
                return null;
            }

            numbers.Add(number);
        }

        return numbers;
    }
}
