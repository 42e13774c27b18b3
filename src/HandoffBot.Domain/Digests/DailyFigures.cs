using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;

namespace HandoffBot.Domain.Digests;

/// <summary>What a manager hears in the morning: the day before, and what lies about now. Test leads are left out.</summary>
internal sealed record DailyFigures
{
    /// <summary>Working days without movement from which an open lead counts as stuck.</summary>
    public const int StuckAfterDays = 2;

    public required DigestPeriod Day { get; init; }

    public required int Leads { get; init; }

    public required ClaimSpeed Speed { get; init; }

    public required IReadOnlyList<LateHours> LateByHour { get; init; }

    /// <summary>The longest untouched first.</summary>
    public required IReadOnlyList<StuckLead> Stuck { get; init; }

    public required int OpenNow { get; init; }

    /// <summary>Of the open ones, those that nobody holds.</summary>
    public required int WaitingNow { get; init; }

    public required Sales Won { get; init; }

    public bool IsEmpty => Leads == 0 && OpenNow == 0 && Won.Count == 0;

    /// <param name="facts">Every lead received or closed in the day, and every open one.</param>
    /// <param name="day">Yesterday, or the days since the digest before.</param>
    public static DailyFigures From(IEnumerable<LeadFacts> facts, DigestPeriod day, ClaimSla sla)
    {
        List<LeadFacts> real = [.. facts.Where(l => !l.IsTest)];
        List<LeadFacts> received = [.. real.Where(l => day.Contains(l.ReceivedAt))];
        return new()
        {
            Day = day,
            Leads = received.Count,
            Speed = ClaimSpeed.From(received, sla, day.AsOf),
            LateByHour = LateHours.By(received, sla, day.AsOf),
            Stuck = StuckOf(real, day, sla.Hours),
            OpenNow = real.Count(l => l.IsOpen),
            WaitingNow = real.Count(l => l.Status is LeadStatus.New),
            Won = Sales.In(day, real),
        };
    }

    private static List<StuckLead> StuckOf(List<LeadFacts> leads, DigestPeriod day, WorkingHours hours) =>
        [
            .. leads
                .Where(l => l.IsOpen && !(l.CallBackAt > day.AsOf))
                .Select(l => new StuckLead(l.Id, DaysSince(l.LastMovedAt ?? l.ReceivedAt, day, hours)))
                .Where(s => s.Days >= StuckAfterDays)
                .OrderByDescending(s => s.Days)
                .ThenBy(s => s.Id.Value),
        ];

    private static int DaysSince(DateTimeOffset at, DigestPeriod day, WorkingHours hours)
    {
        var from = DateOnly.FromDateTime(day.Local(at));
        var to = DateOnly.FromDateTime(day.Local(day.AsOf));
        return Enumerable
            .Range(1, Math.Max(0, to.DayNumber - from.DayNumber))
            .Count(n => hours.Days.Includes(from.AddDays(n).DayOfWeek));
    }
}
