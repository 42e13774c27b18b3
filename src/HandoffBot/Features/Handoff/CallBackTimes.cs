using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Resources;

namespace HandoffBot.Features.Handoff;

/// <summary>The times a call-back is usually planned for, by button.</summary>
internal static class CallBackTimes
{
    /// <summary>The choice that asks for the time in one's own words.</summary>
    public const long OwnWords = 0;

    private static readonly TimeOnly Morning = new(10, 0);

    private static readonly string[] Keys =
    [
        "Handoff.CallOwnWords",
        "Handoff.CallInHour",
        "Handoff.CallIn3Hours",
        "Handoff.CallTomorrow",
        "Handoff.CallIn2Days",
        "Handoff.CallInWeek",
    ];

    public static IEnumerable<IReadOnlyList<Button>> Buttons(Wording words, long lead) =>
        Enumerable
            .Range(1, Keys.Length - 1)
            .Append((int)OwnWords)
            .Select(choice => Button.Of(words[Keys[choice]], LeadVerbs.CallBack, lead, choice))
            .Chunk(2);

    public static IEnumerable<(long Choice, string Label)> Choices(Wording words) =>
        Enumerable.Range(1, Keys.Length - 1).Select(choice => ((long)choice, words[Keys[choice]]));

    /// <summary>The instant a choice means; null if there is no such choice.</summary>
    public static DateTimeOffset? At(long choice, DateTimeOffset now, TimeZoneInfo zone) =>
        choice switch
        {
            1 => now + TimeSpan.FromHours(1),
            2 => now + TimeSpan.FromHours(3),
            3 => InDays(1, now, zone),
            4 => InDays(2, now, zone),
            5 => InDays(7, now, zone),
            _ => null,
        };

    private static DateTimeOffset InDays(int days, DateTimeOffset now, TimeZoneInfo zone) =>
        WallClock.At(WallClock.Local(now, zone).Date.AddDays(days) + Morning.ToTimeSpan(), zone);
}
