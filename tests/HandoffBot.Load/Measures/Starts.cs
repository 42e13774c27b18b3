using HandoffBot.Load.Figures;
using HandoffBot.Load.Running;

namespace HandoffBot.Load.Measures;

/// <summary>How long the published bot needs from its start until it takes leads.</summary>
internal static class Starts
{
    public const int Tries = 5;

    private const int ManyLeads = 100_000;

    private static readonly TimeSpan UntilAllIsSaid = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);

    public static async Task<IReadOnlyList<Row>> MeasureAsync(Programs programs)
    {
        var rows = new List<Row> { await FirstAsync(programs) };
        var database = programs.NewSqlite();
        await using var stage = await Stage.StartAsync(programs, database, limits: false, reps: 1);
        rows.Add(await AgainAsync(stage.Bot, "a team, no leads"));
        await stage.Bot.RunAsync();
        await LeadHistory.MakeAsync(stage, database, ManyLeads);
        var many = string.Create(
            CultureInfo.InvariantCulture,
            $"{ManyLeads:N0} leads, {ManyLeads / LeadHistory.OneOpenIn:N0} of them open"
        );
        rows.Add(await AgainAsync(stage.Bot, many));
        await stage.Bot.RunAsync();
        rows.AddRange(await Calm.MeasureAsync(stage, $"{database.Provider} with {many}"));
        return rows;
    }

    /// <summary>The database is made within it.</summary>
    private static async Task<Row> FirstAsync(Programs programs)
    {
        await using var telegram = await LookAlike.StartAsync(programs.Sandbox);
        var world = await telegram.Control.WorldAsync();
        var took = new List<TimeSpan>();
        for (var i = 0; i < Tries; i++)
        {
            await using var bot = Bot.Of(programs.Bot, programs.NewSqlite(), telegram, world.Token, limits: true);
            took.Add(await bot.RunAsync());
        }

        return RowOf("no database yet", new Spread(took), "made within it");
    }

    private static async Task<Row> AgainAsync(Bot bot, string with)
    {
        var (took, checks) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var i = 0; i < Tries; i++)
        {
            await Task.Delay(UntilAllIsSaid);
            await bot.StopAsync();
            checks.Add(await bot.VerbAsync("migrate"));
            took.Add(await bot.RunAsync());
        }

        await bot.StopAsync();
        return RowOf(with, new Spread(took), $"`migrate` on it alone {Row.Seconds(new Spread(checks).P(50))} s");
    }

    private static Row RowOf(string with, Spread took, string database) =>
        new(
            $"start to ready, published ReadyToRun, {with}",
            $"≤ {Longest.TotalSeconds} s",
            $"{Row.Seconds(took.P(50))} s, longest {Row.Seconds(took.P(100))} s (database: {database})",
            took.P(50) <= Longest
        );
}
