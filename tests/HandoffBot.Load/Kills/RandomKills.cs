using HandoffBot.Load.Figures;
using HandoffBot.Load.Running;

namespace HandoffBot.Load.Kills;

/// <summary>Killed under load at a moment nobody chose, again and again.</summary>
internal static class RandomKills
{
    private const int LongestMs = 400;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task<IReadOnlyList<Row>> MeasureAsync(Programs programs, Database database, int kills)
    {
        await using var stage = await KillStage.SettleAsync(programs, database);
        var toll = new Toll(stage);
        var chance = new Random();
        return await toll.TakeAsync(
            $"{kills} kills at random moments under load",
            Enumerable.Range(1, kills),
            async _ =>
            {
                var before = toll.Load.Acknowledged.Count;
                await stage.Bot.RunAsync();
                await toll.Load.AcknowledgedMoreAsync(before, stage.Bot.Running, Patience);
                await Task.Delay(chance.Next(LongestMs));
            }
        );
    }
}
