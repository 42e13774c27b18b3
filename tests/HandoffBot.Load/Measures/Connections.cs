using System.Diagnostics;
using HandoffBot.Load.Figures;
using HandoffBot.Load.Running;

namespace HandoffBot.Load.Measures;

/// <summary>Sites post over so many connections at once: how fast, at what cost, and how many leads share a sync of the disk.</summary>
internal static class Connections
{
    private const int Many = 64;
    private const double FewestPerSync = 8;

    private static readonly int[] Counts = [1, 16, Many];
    private static readonly TimeSpan MostProcessorTime = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan SlowestAnswer = TimeSpan.FromMilliseconds(100);

    /// <param name="leads">How many are posted for each figure.</param>
    /// <param name="countsSyncs">Needs strace for SQLite.</param>
    public static async Task<IReadOnlyList<Row>> MeasureAsync(
        Programs programs,
        Database database,
        int leads,
        bool countsSyncs = true
    )
    {
        var raw = await RawCommits.PerSecondAsync(database, leads / 10);
        var unlimited = new Dictionary<string, string> { ["Intake__Burst"] = "0" };
        // With the limits that are usual: cards wait, so that the figures are those of the intake.
        await using var stage = await Stage.StartAsync(programs, database, limits: true, reps: 1, unlimited);
        var posted = 0;
        IEnumerable<LeadPost> Next(int count) =>
            Enumerable.Range(Interlocked.Add(ref posted, count) - count, count).Select(LeadPost.Of).ToList();

        await Poster.PostAllAsync(stage.Bot, Next(leads / 4), Many);
        var rows = new List<Row>();
        foreach (var connections in Counts)
        {
            var before = stage.Bot.Running.ProcessorTime;
            var startedAt = Stopwatch.GetTimestamp();
            var answers = await Poster.PostAllAsync(stage.Bot, Next(leads), connections);
            var took = Stopwatch.GetElapsedTime(startedAt);
            var used = (stage.Bot.Running.ProcessorTime - before) / leads;
            var (perSecond, acked) = (leads / took.TotalSeconds, new Spread(answers.Select(a => a.Answer.Took)));
            var refused = answers.Count(a => a.Answer.Lead is null);
            rows.Add(RowOf(connections, database, perSecond, raw, used, acked, refused));
        }

        if (!countsSyncs)
        {
            return rows;
        }

        rows.Add(SyncsOf(database, await Syncs.PerLeadAsync(stage.Bot, database, Next(leads / 2), Many)));
        return rows;
    }

    private static Row RowOf(
        int connections,
        Database database,
        double perSecond,
        double raw,
        TimeSpan used,
        Spread acked,
        int refused
    ) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{connections} connection(s), {database.Provider}: leads/s; processor time per lead; answer p50 / p99"
            ),
            connections == Many ? "≤ 1 ms; p99 ≤ 100 ms" : "",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{perSecond:0}/s; {used.TotalMilliseconds:0.00} ms; {Row.Ms(acked.P(50))} / {Row.Ms(acked.P(99))} ms "
                    + $"(one row a commit, without the bot: {raw:0}/s); {refused} not taken"
            ),
            connections == Many
                ? used <= MostProcessorTime && acked.P(99) <= SlowestAnswer && refused == 0
                : refused == 0
        )
        {
            IsSound = refused == 0,
        };

    private static Row SyncsOf(Database database, double perSync) =>
        new(
            $"— leads per sync of the disk at {Many} connections, {database.Provider}",
            string.Create(CultureInfo.InvariantCulture, $"≥ {FewestPerSync}"),
            string.Create(CultureInfo.InvariantCulture, $"{perSync:0.0}"),
            perSync >= FewestPerSync
        );
}
