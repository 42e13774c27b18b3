using System.Collections.Frozen;

namespace HandoffBot.Domain.Reminders;

/// <summary>The words of a call-back time in both languages, spelled by <see cref="Intake.Latin"/>.</summary>
internal static class CallBackWords
{
    /// <summary>Later ones are the hours of a working morning: whoever says "at 9" means nine in the morning.</summary>
    private const int LastEarlyHour = 7;

    private static readonly string[] Months =
    [
        "janv|january|jan",
        "fevr|february|feb",
        "mart|march|mar",
        "apr",
        "maj|may",
        "ijun|june|jun",
        "ijul|july|jul",
        "avg|aug",
        "sent|sep",
        "okt|oct",
        "noja|nov",
        "dek|dec",
    ];

    public static FrozenSet<string> Fillers { get; } =
        "v vo na k at on by the this next a an o o'clock okolo about i and of th st nd rd".Split(' ').ToFrozenSet();

    /// <summary>Words before a bare number that make it an hour.</summary>
    public static FrozenSet<string> HourComes { get; } = "v vo k at by okolo about".Split(' ').ToFrozenSet();

    public static FrozenSet<string> Ahead { get; } = "cherez in".Split(' ').ToFrozenSet();

    private static FrozenSet<string> HourMarks { get; } =
        "ch chas chasa chasov h hours o'clock".Split(' ').ToFrozenSet();

    private static FrozenSet<string> BeforeNoon { get; } = "am a.m. utra nochi".Split(' ').ToFrozenSet();

    private static FrozenSet<string> AfterNoon { get; } = "pm p.m. dnja vechera".Split(' ').ToFrozenSet();

    public static FrozenDictionary<string, int> DaysAhead { get; } =
        Words((0, "segodnja today"), (1, "zavtra tomorrow"), (2, "poslezavtra"));

    public static FrozenDictionary<string, DayOfWeek> WeekDays { get; } =
        Words(
            (DayOfWeek.Monday, "pn ponedelnik mon monday"),
            (DayOfWeek.Tuesday, "vt vtornik tue tues tuesday"),
            (DayOfWeek.Wednesday, "sr sreda sredu wed wednesday"),
            (DayOfWeek.Thursday, "cht chetverg thu thur thurs thursday"),
            (DayOfWeek.Friday, "pt pjatnica pjatnicu fri friday"),
            (DayOfWeek.Saturday, "sb subbota subbotu sat saturday"),
            (DayOfWeek.Sunday, "vs voskresene sun sunday")
        );

    /// <summary>A part of the day, as the time it begins for a caller.</summary>
    public static FrozenDictionary<string, TimeOnly> PartsOfDay { get; } =
        Words(
            (new TimeOnly(10, 0), "utrom morning"),
            (new TimeOnly(12, 0), "noon polden"),
            (new TimeOnly(14, 0), "dnem afternoon"),
            (new TimeOnly(18, 0), "vecherom evening")
        );

    /// <summary>Minutes in a unit that is counted on the clock.</summary>
    public static FrozenDictionary<string, int> Minutes { get; } =
        Words(
            (1, "m min mins minute minutes minut minuta minutu minuty"),
            (60, "h hr hour hours ch chas chasa chasov"),
            (30, "polchasa")
        );

    /// <summary>Days in a unit that is counted on the calendar.</summary>
    public static FrozenDictionary<string, int> Days { get; } =
        Words((1, "d day days den dnja dnej"), (7, "w week weeks nedelju nedeli nedel"));

    /// <summary>Numbers written as words.</summary>
    public static FrozenDictionary<string, decimal> Numbers { get; } =
        Words((0.5m, "half pol"), (1m, "one odin odnu"), (1.5m, "poltora"), (2m, "two dva dve"), (3m, "three tri"));

    /// <summary>Words after a number that make it an hour.</summary>
    public static bool IsHourMark(string word) =>
        HourMarks.Contains(word) || BeforeNoon.Contains(word) || AfterNoon.Contains(word);

    /// <summary>The hour of the day, when the mark says which half is meant.</summary>
    public static int Hour(int hour, string mark) =>
        AfterNoon.Contains(mark) && hour < 12 ? hour + 12
        : BeforeNoon.Contains(mark) && hour == 12 ? 0
        : hour;

    /// <summary>Whether people who say this hour may mean the afternoon as well.</summary>
    public static bool MayBeEither(int hour, string mark) =>
        hour is >= 1 and <= LastEarlyHour && !BeforeNoon.Contains(mark) && !AfterNoon.Contains(mark);

    /// <summary>1 to 12 of a month's name, in full or cut short; null when the word is none.</summary>
    public static int? Month(string word)
    {
        var month = Array.FindIndex(Months, m => m.Split('|').Any(s => word.StartsWith(s, StringComparison.Ordinal)));
        return month < 0 ? null : month + 1;
    }

    private static FrozenDictionary<string, T> Words<T>(params (T Meaning, string Words)[] lists) =>
        lists
            .SelectMany(l => l.Words.Split(' ').Select(w => (w, l.Meaning)))
            .ToFrozenDictionary(p => p.w, p => p.Meaning);
}
