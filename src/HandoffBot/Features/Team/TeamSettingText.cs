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
            TeamSetting.Hours => ShiftText.Of(PlanOf(team), words),
            TeamSetting.Holidays => Holidays(team, words, now),
            TeamSetting.Ladder => Ladders(team, words),
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

    private static string Limit(int most, Wording words) => most == 0 ? words["Team.SetNoLimit"] : words.Number(most);

    private static string Holidays(SalesTeam team, Wording words, DateTimeOffset now)
    {
        var coming = team.Holidays.Where(d => d >= words.Day(now)).ToList();
        if (coming.Count == 0)
        {
            return words["Team.SetNoHolidays"];
        }

        var runs = new List<(DateOnly First, DateOnly Last)>();
        foreach (var day in coming)
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

        var shown = runs.Take(HolidaysShown).Select(r => words.Dates(r.First, r.Last));
        var rest = runs.Count - HolidaysShown;
        return string.Join(", ", rest > 0 ? [.. shown, words.Say("Team.SetMore", rest)] : shown);
    }

    private static ShiftPlan PlanOf(SalesTeam team)
    {
        var week = Enumerable.Range(1, 7).Select(d => (DayOfWeek)(d % 7));
        return new ShiftPlan([
            .. week.Where(d => team.WorkDays.Includes(d)).Select(d => new PlannedDay(d, team.WorkFrom, team.WorkTo)),
        ]);
    }
}
