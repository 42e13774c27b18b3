using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;

namespace HandoffBot.Load.Inside;

/// <summary>When each step is to be told, counted out second by second by the clock on the wall; it shares no code with the bot's.</summary>
internal sealed class YearReckoned
{
    private const int SlotSeconds = 10;
    private const int QuarterSlots = 15 * 60 / SlotSeconds;

    /// <summary>No clock goes back by more than two hours; in quarters.</summary>
    private const int BackBy = 9;

    private static readonly TimeSpan Slot = TimeSpan.FromSeconds(SlotSeconds);
    private static readonly TimeSpan FirstContact = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(30);

    private static readonly (LeadStep Step, TimeSpan After)[] Waiting =
    [
        (LeadStep.Remind, TimeSpan.FromMinutes(3)),
        (LeadStep.Sla, TimeSpan.FromMinutes(5)),
        (LeadStep.Manager, TimeSpan.FromMinutes(10)),
    ];

    private readonly YearPlan plan;
    private readonly Dictionary<int, bool[]> open;
    private readonly bool[] away;

    public YearReckoned(YearPlan plan)
    {
        this.plan = plan;
        var quarters = (int)((plan.To - plan.From) / (QuarterSlots * Slot)) + 1;
        open = plan.Teams.ToDictionary(
            t => t.Number,
            t => Enumerable.Range(0, quarters).Select(q => IsOpen(t, plan.From + q * QuarterSlots * Slot)).ToArray()
        );
        away = new bool[quarters * QuarterSlots];
        foreach (var down in plan.Downs.Where(d => d.IsAbsence))
        {
            Array.Fill(away, true, SlotOf(down.From), SlotOf(down.To) - SlotOf(down.From));
        }
    }

    public IEnumerable<(LeadStep Step, DateTimeOffset At)> Of(YearPlan.Lead lead)
    {
        var waits = lead.TakenAt ?? lead.OverAt;
        var told = Waiting
            .Select(w => (w.Step, At: Heard(lead.Team, After(lead.Team, lead.At, w.After))))
            .Where(w => w.At < waits)
            .GroupBy(w => w.At)
            .Select(g => g.MaxBy(w => Array.FindIndex(Waiting, x => x.Step == w.Step)))
            .ToList();
        while (told.Count > 0 && told[^1].Step is LeadStep.Manager)
        {
            var again = Heard(lead.Team, After(lead.Team, told[^1].At, Again));
            if (again >= waits)
            {
                break;
            }

            told.Add((LeadStep.Manager, again));
        }

        if (lead.TakenAt is { } taken)
        {
            var contact = Told(After(lead.Team, taken, FirstContact));
            if (contact < (lead.ReachedAt ?? lead.OverAt))
            {
                told.Add((LeadStep.FirstContact, contact));
            }
        }

        return told.Where(t => t.At < plan.To);
    }

    /// <summary>So much working time after it in which the bot was not away.</summary>
    private DateTimeOffset After(YearPlan.Team team, DateTimeOffset from, TimeSpan working)
    {
        var quarters = open[team.Number];
        var left = (int)(working / Slot);
        for (var slot = SlotOf(from); slot < away.Length; slot++)
        {
            if (quarters[slot / QuarterSlots] && !away[slot] && --left == 0)
            {
                return from + (slot + 1 - SlotOf(from)) * Slot;
            }
        }

        return DateTimeOffset.MaxValue;
    }

    /// <summary>When the bot is there and so is somebody who could take the lead; the bot may be down just when all come.</summary>
    private DateTimeOffset Heard(YearPlan.Team team, DateTimeOffset due)
    {
        var at = Open(team, Told(due));
        return at == due || at >= plan.To ? at : Heard(team, at);
    }

    private DateTimeOffset Told(DateTimeOffset due) =>
        plan.Downs.FirstOrDefault(d => d.From <= due && due < d.To)?.To ?? due;

    /// <summary>What falls due in the instant in which all go is told when they come: nobody could take the lead before.</summary>
    private DateTimeOffset Open(YearPlan.Team team, DateTimeOffset at)
    {
        while (at < plan.To && !open[team.Number][SlotOf(at) / QuarterSlots])
        {
            at += Slot;
        }

        return at;
    }

    private int SlotOf(DateTimeOffset at) => (int)((at - plan.From) / Slot);

    private static bool IsOpen(YearPlan.Team team, DateTimeOffset at)
    {
        // Who went home when the clock showed it for the first time does not come back when it shows it again: while an hour comes
        // for the second time all stands as at its end.
        var local = Enumerable
            .Range(0, BackBy)
            .Max(q => TimeZoneInfo.ConvertTime(at - q * QuarterSlots * Slot, team.Zone).DateTime);
        var (day, time) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        return team.To > team.From
            ? Works(team, day) && time >= team.From && time < team.To
            : (Works(team, day) && time >= team.From) || (Works(team, day.AddDays(-1)) && time < team.To);
    }

    private static bool Works(YearPlan.Team team, DateOnly day) =>
        team.Days.Includes(day.DayOfWeek) && !team.Holidays.Contains(day);
}
