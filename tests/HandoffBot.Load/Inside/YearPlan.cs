using HandoffBot.Domain.Team;

namespace HandoffBot.Load.Inside;

/// <summary>What happens in a year: teams all over the world, their leads, and when the bot is down. All of it by one seed.</summary>
internal sealed class YearPlan
{
    /// <summary>Changes at night, at midnight, by half an hour, in the south, and never.</summary>
    private static readonly string[] Zones =
    [
        "Europe/Berlin",
        "America/New_York",
        "Australia/Lord_Howe",
        "Africa/Cairo",
        "America/Santiago",
        "Asia/Kathmandu",
        "Europe/Moscow",
        "Pacific/Auckland",
        "America/St_Johns",
        "Asia/Yekaterinburg",
    ];

    private static readonly TimeSpan AroundChange = TimeSpan.FromHours(36);

    private readonly Random random;

    public YearPlan(DateTimeOffset from, DateTimeOffset to, int teams, int leadsEach, int downs, int seed)
    {
        (From, To, random) = (from, to, new Random(seed));
        Downs = [.. MakeDowns(downs)];
        Teams = [.. Enumerable.Range(1, teams).Select(TeamOf)];
        Leads = [.. Teams.SelectMany(t => Enumerable.Range(0, leadsEach).Select(_ => LeadOf(t)))];
    }

    public DateTimeOffset From { get; }

    public DateTimeOffset To { get; }

    public IReadOnlyList<Team> Teams { get; }

    public IReadOnlyList<Lead> Leads { get; }

    /// <summary>In order, never touching.</summary>
    public IReadOnlyList<Down> Downs { get; }

    private Team TeamOf(int number)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(Zones[number % Zones.Length]);
        var isNight = random.Next(5) == 0;
        var (from, to) = isNight ? (random.Next(19, 23), random.Next(5, 9)) : (random.Next(6, 13), random.Next(15, 24));
        var days = random.Next(3) == 0 ? WeekDays.All : WeekDays.MondayToFriday;
        var holidays = Enumerable
            .Range(0, 12)
            .Select(_ => DateOnly.FromDateTime((From + random.NextDouble() * (To - From)).UtcDateTime))
            .Distinct();
        return new Team(
            number,
            zone,
            days,
            new TimeOnly(from, 0),
            new TimeOnly(to, 15 * random.Next(4)),
            [.. holidays]
        );
    }

    /// <summary>It comes on a whole minute, is taken 20 s and closed 40 s after one: nothing happens in the instant of something else.</summary>
    private Lead LeadOf(Team team)
    {
        var at = WhileUp(() => Minute(random.Next(2) == 0 ? Anywhere() : BeforeChange(team.Zone)));
        var taken = random.Next(3) == 0 ? (DateTimeOffset?)null : WhileUp(() => Minute(at + Within(600)) + Sec(20), at);
        var reached =
            taken is null || random.Next(2) == 0
                ? null
                : (DateTimeOffset?)WhileUp(() => Minute(taken.Value + Within(90)) + Sec(40), taken.Value);
        var over = WhileUp(
            () => Minute((reached ?? taken ?? at) + Within(taken is null ? 3000 : 1200)) + Sec(50),
            reached ?? taken ?? at
        );
        return new Lead(team, at, taken, reached, over);
    }

    private DateTimeOffset Anywhere() => From + random.NextDouble() * 0.95 * (To - From);

    private DateTimeOffset BeforeChange(TimeZoneInfo zone)
    {
        var changes = Enumerable
            .Range(0, (int)(To - From).TotalDays - 4)
            .Select(d => From.AddDays(d))
            .Where(d => zone.GetUtcOffset(d) != zone.GetUtcOffset(d.AddDays(1)))
            .ToList();
        return changes.Count == 0
            ? Anywhere()
            : changes[random.Next(changes.Count)].AddDays(1) - random.NextDouble() * AroundChange;
    }

    private TimeSpan Within(int minutes) => TimeSpan.FromMinutes(1 + random.NextDouble() * minutes);

    private IEnumerable<Down> MakeDowns(int count)
    {
        var each = (To - From) / count;
        for (var number = 0; number < count; number++)
        {
            var from = Minute(From + number * each + 0.4 * random.NextDouble() * each);
            // Two minutes lose nothing; what is longer than 150 s is an absence.
            var minutes = random.Next(2) == 0 ? 2 : random.Next(3, 600);
            yield return new Down(from, from.AddMinutes(minutes));
        }
    }

    private DateTimeOffset WhileUp(Func<DateTimeOffset> pick, DateTimeOffset? after = null)
    {
        while (true)
        {
            var picked = pick();
            if (
                picked >= From
                && picked > after.GetValueOrDefault()
                && !Downs.Any(d => d.From <= picked && picked <= d.To)
            )
            {
                return picked;
            }
        }
    }

    private static TimeSpan Sec(int seconds) => TimeSpan.FromSeconds(seconds);

    private static DateTimeOffset Minute(DateTimeOffset at) =>
        new(at.Ticks - at.Ticks % TimeSpan.TicksPerMinute, TimeSpan.Zero);

    internal sealed record Team(
        int Number,
        TimeZoneInfo Zone,
        WeekDays Days,
        TimeOnly From,
        TimeOnly To,
        IReadOnlyList<DateOnly> Holidays
    );

    internal sealed record Lead(
        Team Team,
        DateTimeOffset At,
        DateTimeOffset? TakenAt,
        DateTimeOffset? ReachedAt,
        DateTimeOffset OverAt
    );

    internal sealed record Down(DateTimeOffset From, DateTimeOffset To)
    {
        /// <summary>So long Telegram keeps a press.</summary>
        public bool IsAbsence => To - From > TimeSpan.FromSeconds(150);
    }
}
