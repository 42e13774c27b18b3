using HandoffBot.Domain.Team;
using HandoffBot.Resources;

namespace HandoffBot.Features.Team;

/// <summary>Plans and time off in words.</summary>
internal static class ShiftText
{
    /// <summary><c>Mon–Fri 09:00–18:00, Sat 10:00–14:00</c>.</summary>
    public static string Of(ShiftPlan plan, Wording words)
    {
        var runs = new List<List<PlannedDay>>();
        foreach (var day in plan.Days)
        {
            var last = runs.LastOrDefault()?[^1];
            var goesOn = last is not null && (day.From, day.To) == (last.From, last.To) && Next(last.Day) == day.Day;
            if (goesOn)
            {
                runs[^1].Add(day);
            }
            else
            {
                runs.Add([day]);
            }
        }

        return string.Join(", ", runs.Select(r => $"{Days(r, words)} {Hours(r[0], words)}"));
    }

    /// <summary><c>12–19 December</c>, <c>14 December 13:00–18:00</c>.</summary>
    public static string Of(TimeOff off, Wording words)
    {
        var (from, to) = (WallClock.Local(off.From, words.Zone), WallClock.Local(off.To, words.Zone));
        var (first, last) = (DateOnly.FromDateTime(from), DateOnly.FromDateTime(to.AddTicks(-1)));
        var isWhole = from.TimeOfDay == TimeSpan.Zero && to.TimeOfDay == TimeSpan.Zero;
        var dates = words.Dates(first, last);
        return isWhole ? dates : $"{dates} {Clocks(TimeOnly.FromDateTime(from), TimeOnly.FromDateTime(to))}";
    }

    private static string Days(List<PlannedDay> run, Wording words)
    {
        var dash = run.Count == 2 ? ", " : "–";
        return run.Count == 1
            ? words.WeekDay(run[0].Day)
            : $"{words.WeekDay(run[0].Day)}{dash}{words.WeekDay(run[^1].Day)}";
    }

    /// <summary>An end before the start is no slip that goes unseen: <c>18:00–09:00 next day</c>.</summary>
    private static string Hours(PlannedDay day, Wording words)
    {
        if (day.From == day.To)
        {
            // Round the clock: any other day of no length is refused.
            return $"{Clocks(day.From, TimeOnly.MinValue)[..5]}–24:00";
        }

        var clocks = Clocks(day.From, day.To);
        return day.To > TimeOnly.MinValue && day.To <= day.From ? words.Say("Team.HoursNextDay", clocks) : clocks;
    }

    public static string Clocks(TimeOnly from, TimeOnly to) =>
        string.Create(CultureInfo.InvariantCulture, $"{from:HH:mm}–{to:HH:mm}");

    private static DayOfWeek Next(DayOfWeek day) => (DayOfWeek)(((int)day + 1) % 7);
}
