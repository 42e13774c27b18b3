using HandoffBot.Load.Figures;
using HandoffBot.Load.Running;

namespace HandoffBot.Load.Measures;

/// <summary>What the bot's process holds of the machine's memory while leads come in and their cards go out.</summary>
internal static class Growth
{
    private const int Connections = 16;
    private const double MiB = 1024 * 1024;

    /// <summary>All of a lead's ladder within the first fifth: what a process does for the first time costs memory once.</summary>
    private const string SteepLadder = """
        update teams set ladder = '{"remind":"00:00:05","sla":"00:00:10","manager":"00:00:15","managerRepeat":"08:00:00",'
            || '"firstContact":"00:30:00","outcome":"1.00:00:00"}'
        """;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <param name="leads">All in all; a fifth of them come before it is looked at.</param>
    public static async Task<Row> MeasureAsync(Programs programs, Database database, int leads)
    {
        var unlimited = new Dictionary<string, string> { ["Intake__Burst"] = "0" };
        await using var stage = await Stage.StartAsync(programs, database, limits: false, reps: 1, unlimited);
        await database.ExecuteAsync(SteepLadder);
        var step = leads / 20;
        var seen = new List<(double Leads, double MiB, double Heap)>();
        for (var posted = 0; posted < leads; posted += step)
        {
            await Poster.PostAllAsync(stage.Bot, Enumerable.Range(posted, step).Select(LeadPost.Of), Connections);
            await SaidAsync(database);
            seen.Add((posted + step, stage.Bot.Running.Memory / MiB, await stage.Bot.LiveHeapAsync() / MiB));
        }

        var after = seen.Where(s => s.Leads >= leads / 5).ToList();
        var slope = Slope([.. after.Select(s => (s.Leads, s.MiB))]) * 10_000;
        return new Row(
            string.Create(
                CultureInfo.InvariantCulture,
                $"memory over {leads:#,0} leads and their cards after the first {leads / 5:#,0}, {database.Provider}: per 10,000 leads"
            ),
            "≤ 1 MB",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{slope:0.00} MB (from {after[0].MiB:0} to {after[^1].MiB:0} MB, at most {after.Max(s => s.MiB):0} MB; live heap from {after[0].Heap:0.0} to {after[^1].Heap:0.0} MB)"
            ),
            slope <= 1
        );
    }

    private static async Task SaidAsync(Database database)
    {
        while (
            (await database.ReadAsync("select count(*) from outbox where state in ('Pending', 'Sending')"))[0] != "0"
        )
        {
            await Task.Delay(Pause);
        }
    }

    /// <summary>Of the straight line nearest to all points (least squares).</summary>
    private static double Slope(IReadOnlyList<(double X, double Y)> points)
    {
        var (x, y) = (points.Average(p => p.X), points.Average(p => p.Y));
        return points.Sum(p => (p.X - x) * (p.Y - y)) / points.Sum(p => (p.X - x) * (p.X - x));
    }
}
