using HandoffBot.Domain.Team;
using HandoffBot.Load.Figures;
using HandoffBot.Load.Inside;
using HandoffBot.Load.Kills;
using HandoffBot.Load.Measures;
using HandoffBot.Load.Running;

namespace HandoffBot.Load;

/// <summary>The rows of the table, one measure after the other: side by side they would disturb each other.</summary>
internal sealed class AllMeasures(Programs programs, string? tests, IReadOnlyCollection<string> only)
{
    /// <summary>What may be asked for alone.</summary>
    public static readonly string[] Names =
    [
        "calm",
        "rush",
        "queue",
        "race",
        "start",
        "writer",
        "connections",
        "backlog",
        "silence",
        "repeats",
        "growth",
        "list",
        "steps",
        "year",
        "storm",
        "kills",
        "stops",
        "points",
        "pressed",
        "sweeps",
        "lists",
        "weekly",
        "migrate",
        "leaders",
    ];

    private static readonly TimeSpan TestsLongest = TimeSpan.FromMinutes(12);

    private const int Leads = 20_000;
    private const int Unsent = 2_000;
    private const int Presses = 200;
    private const int Posts = 10_000;
    private const int Many = 100_000;
    private const int Handed = 50_000;
    private const int StepsDue = 10_000;
    private const int AllLeads = 1_000_000;
    private const int Teams = 100;
    private const int Kills = 200;
    private const int Passes = 12;
    private const int Moments = 50;
    private const int Sweeps = 20;
    private const int Migrations = 20;
    private const int Stops = 20;
    private const int LeaderTeams = 60;
    private const int LeadersKilled = 20;
    private const int LeadersPaused = 5;

    private static readonly TimeSpan WriterEach = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Silent = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly List<Row> rows = [];

    public async Task<IReadOnlyList<Row>> RunAsync()
    {
        await AddAsync("calm", async () => await Calm.MeasureAsync(programs, programs.NewSqlite()));
        await AddOnPostgresAsync("calm", async database => await Calm.MeasureAsync(programs, database));
        await AddAsync("rush", async () => await Rush.MeasureAsync(programs, programs.NewSqlite()));
        await AddAsync("queue", async () => await RushQueue.MeasureAsync(programs, programs.NewSqlite));
        await AddAsync("race", async () => [await Race.MeasureAsync(programs, programs.NewSqlite())]);
        await AddOnPostgresAsync("race", async database => [await Race.MeasureAsync(programs, database)]);
        await AddAsync("start", async () => await Starts.MeasureAsync(programs));
        await AddOnBothAsync("writer", async on => await Writers.MeasureAsync(programs, on, WriterEach));
        await AddOnBothAsync("connections", async on => await Connections.MeasureAsync(programs, on, Leads));
        await AddOnBothAsync("backlog", async on => [await Backlog.MeasureAsync(programs, on, Unsent, Presses)]);
        await AddOnBothAsync("silence", async on => [await Silence.MeasureAsync(programs, on, Silent)]);
        await AddOnBothAsync("repeats", async on => [await Repeats.MeasureAsync(programs, on, Posts)]);
        await AddAsync("growth", async () => [await Growth.MeasureAsync(programs, programs.NewSqlite(), Many)]);
        await AddOnBothAsync("list", async on => await HandedList.MeasureAsync(programs, on, Handed));
        await AddOnBothAsync("steps", async on => await Steps.MeasureAsync(programs, on, Teams, StepsDue, AllLeads));
        await AddOnBothAsync("year", async on => await Year.MeasureAsync(programs, on, WholeYear()));
        await AddAsync("storm", async () => await Storm.MeasureAsync(programs, programs.NewSqlite(), Teams, Hour));
        await AddOnBothAsync("kills", async on => await RandomKills.MeasureAsync(programs, on, Kills));
        await AddOnBothAsync("stops", async on => await StopsUnderLoad.MeasureAsync(programs, on, Stops));
        await AddOnBothAsync("points", async on => await NamedPoints.MeasureAsync(programs, on, Passes));
        await AddOnBothAsync("pressed", async on => await PressedKills.MeasureAsync(programs, on, Moments));
        await AddOnBothAsync("sweeps", async on => await SweepKills.MeasureAsync(programs, on, Sweeps));
        await AddOnBothAsync("lists", on => ListKills.MeasureAsync(programs, on, Language.English, Sweeps));
        await AddOnBothAsync("weekly", async on => await WeeklyKills.MeasureAsync(programs, on, Moments));
        await AddOnBothAsync("migrate", async on => await MigrateKills.MeasureAsync(programs, on, Migrations));
        await AddOnPostgresAsync(
            "leaders",
            async on => await LeaderKills.MeasureAsync(programs, on, LeaderTeams, LeadersKilled, LeadersPaused)
        );
        rows.Add(TestsRow());
        return rows;
    }

    /// <summary>With both changes of every clock.</summary>
    private static YearPlan WholeYear() =>
        new(
            new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero),
            new DateTimeOffset(2028, 1, 1, 0, 0, 0, TimeSpan.Zero),
            Teams,
            leadsEach: 50,
            downs: 200,
            seed: 1
        );

    private async Task AddOnBothAsync(string name, Func<Database, Task<IReadOnlyList<Row>>> measure)
    {
        await AddAsync(name, async () => await measure(programs.NewSqlite()));
        await AddOnPostgresAsync(name, measure);
    }

    private async Task AddOnPostgresAsync(string name, Func<Database, Task<IReadOnlyList<Row>>> measure)
    {
        if (programs.Postgres is { } server)
        {
            await AddAsync(name, async () => await measure(await Database.PostgresAsync(server)));
        }
    }

    private async Task AddAsync(string name, Func<Task<IReadOnlyList<Row>>> measure)
    {
        if (only.Count > 0 && !only.Contains(name))
        {
            return;
        }

        await Console.Error.WriteLineAsync($"{DateTime.UtcNow:HH:mm:ss} {name}");
        try
        {
            var measured = await measure();
            await Console.Error.WriteAsync(Report.Table(measured));
            rows.AddRange(measured);
        }
        catch (Exception ex)
        {
            // The others are measured all the same; what failed stands in the table as not reached.
            await Console.Error.WriteLineAsync(ex.ToString());
            rows.Add(new Row(name, "", "failed, see above", false));
        }
    }

    private Row TestsRow()
    {
        var took = tests is null ? (TimeSpan?)null : TimeSpan.ParseExact(tests, @"m\:ss", CultureInfo.InvariantCulture);
        return new Row(
            "`scripts/test` from a fresh clone, with installs",
            "≤ 12 min",
            took is null ? "by hand, not in this run" : $"{tests} min",
            took is null ? null : took <= TestsLongest
        );
    }
}
