using HandoffBot.Domain.Reminders;
using HandoffBot.Domain.Team;
using HandoffBot.Resources;

namespace HandoffBot.Features.Team;

/// <summary>A team's settings in words, one by one.</summary>
internal static class TeamSettingText
{
    private const int HolidaysShown = 4;

    public static string Of(TeamSetting what, SalesTeam team, DateTimeOffset now)
    {
        var words = team.Words();
        return what switch
        {
            TeamSetting.Locale => Of(team.Locale, words, now),
            TeamSetting.Hours => ShiftText.Of(WeekOf(team), words),
            TeamSetting.Holidays => Holidays(team, words, now),
            TeamSetting.Ladder => Ladders(team, words),
            TeamSetting.AfterClaim => words.Say(
                "Team.SetAfterClaimIs",
                team.Ladder.FirstContact,
                InHours(team.Ladder.Outcome, words)
            ),
            TeamSetting.Masking => words[$"Team.SetMasking{team.Masking}"],
            TeamSetting.Capacity => words.Say(
                "Team.SetCapacityIs",
                Limit(team.Capacity.Open, words),
                Limit(team.Capacity.NotWorked, words)
            ),
            TeamSetting.Repeats when team.JoinsWithinDays == 0 => words["Team.SetRepeatsNever"],
            TeamSetting.Repeats => words.Say("Team.SetRepeatsIs", team.JoinsWithinDays),
            _ => words.Say($"Team.SetHanding{team.Handing.Mode}", team.Handing.For.TotalMinutes),
        };
    }

    /// <param name="words">In the language of that locale, which they name as their own.</param>
    public static string Of(Locale locale, Wording words, DateTimeOffset now) =>
        words.Say(
            "Team.SetLocaleIs",
            LocaleChoices.ZoneName(locale, now),
            LocaleChoices.Countries(locale.Language).NameOf(locale.Country),
            LocaleChoices.Currencies(locale.Language).NameOf(locale.Currency)
        );

    private static string Ladders(SalesTeam team, Wording words)
    {
        string?[] all =
        [
            LadderOf(team.Ladder, words),
            team.HighLadder is { } high ? words.Say("Team.SetLadderHigh", LadderOf(high, words)) : null,
            team.LowLadder is { } low ? words.Say("Team.SetLadderLow", LadderOf(low, words)) : null,
        ];
        return string.Join("; ", all.OfType<string>());
    }

    private static string LadderOf(Ladder ladder, Wording words)
    {
        TimeSpan?[] rising = [ladder.Remind, ladder.Sla, ladder.Next, ladder.Manager];
        var minutes = rising.OfType<TimeSpan>().Select(t => words.Number((long)t.TotalMinutes));
        return words.Say("Team.SetLadderIs", string.Join(" / ", minutes), ladder.ManagerRepeat.TotalMinutes);
    }

    /// <summary>Working time: a day of it would be taken for one of the calendar.</summary>
    private static string InHours(TimeSpan working, Wording words) =>
        working.TotalHours == Math.Truncate(working.TotalHours)
            ? words.Say("Common.Hours", (long)working.TotalHours)
            : words.Duration(working);

    private static string Limit(int most, Wording words) => most == 0 ? words["Team.SetNoLimit"] : words.Number(most);

    private static string Holidays(SalesTeam team, Wording words, DateTimeOffset now)
    {
        var coming = team.Holidays.Where(d => d >= words.Day(now)).ToList();
        if (coming.Count == 0)
        {
            return words["Team.SetNoHolidays"];
        }

        var runs = RunsOf(coming);
        var shown = runs.Take(HolidaysShown).Select(r => words.Dates(r.First, r.Last));
        var rest = runs.Count - HolidaysShown;
        return string.Join(", ", rest > 0 ? [.. shown, words.Say("Team.SetMore", rest)] : shown);
    }

    /// <summary><c>1–8 January, 23 February 2026</c>: the year only where it is not this one.</summary>
    public static string Days(IReadOnlyList<DateOnly> days, Wording words, DateTimeOffset now)
    {
        var today = words.Day(now);
        return string.Join(
            ", ",
            RunsOf(days).Select(r => r.First == r.Last ? words.Date(r.First, today) : words.Dates(r.First, r.Last))
        );
    }

    private static List<(DateOnly First, DateOnly Last)> RunsOf(IReadOnlyList<DateOnly> days)
    {
        var runs = new List<(DateOnly First, DateOnly Last)>();
        foreach (var day in days)
        {
            if (runs.Count > 0 && runs[^1].Last.AddDays(1) == day)
            {
                runs[^1] = (runs[^1].First, day);
            }
            else
            {
                runs.Add((day, day));
            }
        }

        return runs;
    }

    private static ShiftPlan WeekOf(SalesTeam team)
    {
        var days = Enumerable.Range(1, 7).Select(d => (DayOfWeek)(d % 7)).Where(d => team.WorkDays.Includes(d));
        return team.WorkWeek ?? new ShiftPlan([.. days.Select(d => new PlannedDay(d, team.WorkFrom, team.WorkTo))]);
    }
}
