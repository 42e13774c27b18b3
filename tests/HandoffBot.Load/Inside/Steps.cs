using HandoffBot.Domain.Leads;
using HandoffBot.Features.Intake;
using HandoffBot.Load.Figures;
using HandoffBot.Load.Running;
using Microsoft.EntityFrameworkCore;
using Database = HandoffBot.Load.Running.Database;

namespace HandoffBot.Load.Inside;

/// <summary>What a sweep costs: with nothing due among very many leads, and with a step of every open one due in the same minute.</summary>
internal sealed class Steps(StandingBot bot, Database database)
{
    private const int Quiet = 200;
    private const int AtOnce = 64;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestQuiet = TimeSpan.FromMilliseconds(5);

    /// <summary>Until the silent reminder, the names and the word to the manager: 3, 5 and 10 minutes.</summary>
    private static readonly TimeSpan[] Until =
    [
        TimeSpan.FromMinutes(3.5),
        TimeSpan.FromMinutes(2),
        TimeSpan.FromMinutes(5),
    ];

    /// <param name="open">Leads whose steps fall due together, evenly over the teams.</param>
    /// <param name="all">Leads there are, the open ones among them.</param>
    public static async Task<IReadOnlyList<Row>> MeasureAsync(
        Programs programs,
        Database database,
        int teams,
        int open,
        int all
    )
    {
        await using var town = await Town.StartAsync(programs, database, teams);
        await town.Bot.StopAsync();
        // Its clock will be moved, but it was not away.
        await database.ExecuteAsync("update installation set last_heard_at = null");
        await using var bot = await StandingBot.StartAsync(town.Bot.Settings, DateTimeOffset.UtcNow);
        var steps = new Steps(bot, database);
        await steps.PutAsync(open);
        await steps.CopyClosedAsync(open, all);
        var quiet = await steps.QuietAsync();
        var due = await steps.DueAsync(open);
        return [steps.RowOf(due, teams, open, all), QuietRow(quiet)];
    }

    private async Task PutAsync(int open)
    {
        var doors = await DoorsAsync();
        foreach (var some in Enumerable.Range(0, open).Chunk(AtOnce))
        {
            await Task.WhenAll(some.Select(n => PutAsync(doors[n % doors.Count], Asked(n))));
        }
    }

    private Task<ReceivedLead> PutAsync(Door door, NewInquiry asked) =>
        bot.Writer.TryCommit(
            (scope, token) => scope.Get<ReceiveLead>().HandleAsync(door, asked, token),
            asked.LikenessAt(door)
        ) ?? throw new InvalidOperationException("The queue is full.");

    private static NewInquiry Asked(int number) =>
        new()
        {
            KeyKind = InquiryKey.ExternalId,
            Key = string.Create(CultureInfo.InvariantCulture, $"s{number}"),
            Name = "Anna Petrova",
            Email = string.Create(CultureInfo.InvariantCulture, $"s{number}@windows.example"),
            Product = "PVC windows",
        };

    private async Task<IReadOnlyList<Door>> DoorsAsync()
    {
        var sources = await bot.ReadAsync(db => db.Sources.AsNoTracking().OrderBy(s => s.Id).ToListAsync());
        var teams = await bot.ReadAsync(db => db.Teams.AsNoTracking().ToDictionaryAsync(t => t.Id));
        return [.. sources.Where(s => s.Name == "Site").Select(s => new Door(s, teams[s.Team]))];
    }

    /// <summary>Each open lead, many times over, lost long ago.</summary>
    private async Task CopyClosedAsync(int open, int all)
    {
        var columns = await database.ReadAsync(
            database.IsSqlite
                ? "select name from pragma_table_info('leads')"
                : "select column_name from information_schema.columns where table_name = 'leads'"
        );
        var values = columns.Select(c =>
            c switch
            {
                "id" => $"id + n * {open}",
                "status" => "'Lost'",
                "reason" => "'Price'",
                "closed_at" => "received_at",
                "next_step" => "0",
                "next_step_at" => "null",
                _ => $"\"{c}\"",
            }
        );
        await database.ExecuteAsync(
            $"""
            with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < {(all / open) - 1})
            insert into leads ({string.Join(", ", columns.Select(c => $"\"{c}\""))})
            select {string.Join(", ", values)} from (select * from leads) of_now, numbers
            """
        );
        var there = await database.CountAsync("from leads");
        _ = there == all ? true : throw new InvalidOperationException($"{there} leads were made.");
    }

    private async Task<Spread> QuietAsync()
    {
        for (var warm = 0; warm < Quiet; warm++)
        {
            await bot.SweepAsync();
        }

        var took = new List<TimeSpan>();
        for (var sweep = 0; sweep < Quiet; sweep++)
        {
            took.Add(await bot.SweepAsync());
        }

        return new Spread(took);
    }

    private async Task<IReadOnlyList<TimeSpan>> DueAsync(int open)
    {
        var took = new List<TimeSpan>();
        foreach (var until in Until)
        {
            bot.Clock.Advance(until);
            took.Add(await bot.SweepAsync());
            var taken = await database.CountAsync("from lead_events where kind = 'StepTaken'");
            _ =
                taken == open * took.Count
                    ? true
                    : throw new InvalidOperationException($"{taken} steps were taken after {took.Count} sweeps.");
        }

        return took;
    }

    private Row RowOf(IReadOnlyList<TimeSpan> due, int teams, int open, int all) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{open:#,0} steps of {teams} teams due in the same minute, {all:#,0} leads, {database.Provider}: the sweep, reminders / names / managers"
            ),
            $"≤ {Row.Seconds(Longest)} s each",
            $"{string.Join(" / ", due.Select(Row.Seconds))} s",
            due.All(d => d <= Longest)
        );

    private static Row QuietRow(Spread quiet) =>
        new(
            $"— a sweep with nothing due among them, p50 / p99 of {quiet.Count}",
            $"p50 ≤ {LongestQuiet.TotalMilliseconds} ms",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{quiet.P(50).TotalMilliseconds:0.0} / {quiet.P(99).TotalMilliseconds:0.0} ms"
            ),
            quiet.P(50) <= LongestQuiet
        );
}
