using System.Diagnostics;
using HandoffBot.Load.Figures;
using HandoffBot.Load.Running;

namespace HandoffBot.Load.Kills;

/// <summary>Asked to stop under load, again and again: what is being sent is finished or given back, so that nothing is said twice.</summary>
internal static class StopsUnderLoad
{
    private const int LongestMs = 400;

    private static readonly TimeSpan Slowest = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task<IReadOnlyList<Row>> MeasureAsync(Programs programs, Database database, int stops)
    {
        await using var stage = await KillStage.SettleAsync(programs, database);
        var toll = new Toll(stage);
        var took = new List<TimeSpan>();
        var rows = await toll.TakeAsync(
            $"{stops} stops under load",
            Enumerable.Range(1, stops),
            async _ =>
            {
                var before = toll.Load.Acknowledged.Count;
                await stage.Bot.RunAsync();
                await toll.Load.AcknowledgedMoreAsync(before, stage.Bot.Running, Patience);
                await Task.Delay(Random.Shared.Next(LongestMs));
                took.Add(await StopAsync(stage.Bot.Running));
            }
        );
        return
        [
            .. rows,
            new Row(
                "— the longest stop",
                $"≤ {Row.Seconds(Slowest)} s",
                $"{Row.Seconds(took.Max())} s",
                took.Max() <= Slowest
            ),
        ];
    }

    private static async Task<TimeSpan> StopAsync(Child bot)
    {
        var asked = Stopwatch.GetTimestamp();
        await bot.SignalAsync("TERM");
        var code = await bot.ExitAsync(Patience);
        return code == 0
            ? Stopwatch.GetElapsedTime(asked)
            : throw new InvalidOperationException($"It ended with code {code}:\n{bot.Said}");
    }
}
