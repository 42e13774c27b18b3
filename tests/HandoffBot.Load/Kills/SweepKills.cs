using HandoffBot.Load.Figures;
using HandoffBot.Load.Inside;
using HandoffBot.Load.Running;

namespace HandoffBot.Load.Kills;

/// <summary>Killed again and again while a sweep takes the reminder of a lead that nobody took.</summary>
internal sealed class SweepKills(KillStage stage)
{
    private static readonly DeathPoint[] Points = [DeathPoint.BeforeStepsTaken, DeathPoint.AfterStepsTaken];

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The first reminder is due, the second is not.</summary>
    private static readonly TimeSpan UntilReminded = TimeSpan.FromMinutes(4);

    private readonly long sales = stage.Teams[0].Chat;
    private int missing;
    private int doubles;
    private int last;

    public static async Task<IReadOnlyList<Row>> MeasureAsync(Programs programs, Database database, int kills)
    {
        await using var stage = await KillStage.SettleAsync(programs, database, chats: 1);
        var sweep = new SweepKills(stage);
        for (var kill = 1; kill <= kills; kill++)
        {
            await sweep.KillAsync(Points[(kill - 1) % Points.Length], kill);
        }

        return [await sweep.RowAsync(kills)];
    }

    private async Task KillAsync(DeathPoint at, int lead)
    {
        await stage.Database.ExecuteAsync("update leads set next_step_at = null");
        await stage.Bot.RunAsync();
        var answer = await stage.Bot.PostAsync(LeadPost.Of(lead), stage.Teams[0].Key);
        _ = answer.Lead ?? throw new InvalidOperationException("The lead was not taken.");
        await stage.SaidAllAsync(Patience);
        await stage.Bot.StopAsync();
        await NewsAsync();

        // Its clock is ahead, but it was not away.
        await stage.Database.ExecuteAsync("update installation set last_heard_at = null");
        await Death.AwaitAsync(stage.Doom(at, pass: 1, UntilReminded), Patience);
        var alive = stage.Doom(DeathPoint.None, pass: 1, UntilReminded);
        await stage.Bot.ReadyAsync();
        await Until.TrueAsync(async () => await StepsAsync() >= lead, Patience, alive);
        await stage.SaidAllAsync(Patience);
        await stage.Bot.StopAsync();
        var came = await NewsAsync();
        missing += came == 0 ? 1 : 0;
        doubles += Math.Max(0, came - 1);
    }

    /// <summary>How many messages the sales chat got since it was last asked for them.</summary>
    private async Task<int> NewsAsync()
    {
        var came = await stage.Telegram.MessagesAsync(sales, last, TimeSpan.Zero);
        last = came.Length > 0 ? came[^1].Id : last;
        return came.Length;
    }

    private Task<int> StepsAsync() => stage.Database.CountAsync("from lead_events where kind = 'StepTaken'");

    private async Task<Row> RowAsync(int kills)
    {
        var rows = await StepsAsync();
        return new Row(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Killed while a sweep takes a reminder, {kills} times, {stage.Database.Provider}: missing / rows / said twice"
            ),
            "0 / 1 each / 0",
            string.Create(CultureInfo.InvariantCulture, $"{missing} / {rows} for {kills} leads / {doubles}"),
            missing == 0 && rows == kills && doubles == 0
        );
    }
}
