using HandoffBot.Load.Figures;

namespace HandoffBot.Load.Kills;

/// <summary>Lives under load that end with a kill, and what they cost when all of them are over.</summary>
internal sealed class Toll(KillStage stage)
{
    /// <summary>Confirmed updates that come again to the next life.</summary>
    private const int RepeatedUpdates = 20;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private int kills;
    private int inFlight;

    public KillLoad Load { get; } = new(stage);

    /// <summary>Under load lives each of the lives, which end by themselves or kill; then starts it once more and counts.</summary>
    public async Task<IReadOnlyList<Row>> TakeAsync<T>(string what, IEnumerable<T> lives, Func<T, Task> liveAsync)
    {
        using var enough = new CancellationTokenSource();
        var load = Load.RunAsync(enough.Token);
        foreach (var life in lives)
        {
            await liveAsync(life);
            await stage.Bot.StopAsync();
            kills++;
            inFlight += await stage.Database.CountAsync("from outbox where state = 'Sending'");
            await stage.Telegram.RepeatAsync(RepeatedUpdates);
        }

        // Short lives may end before anything was said: the last one is pressed in any case.
        var pressed = Load.Presses;
        await stage.Bot.RunAsync();
        await Load.PressedMoreAsync(pressed, stage.Bot.Running, Patience);
        await enough.CancelAsync();
        await load;
        await stage.SaidAllAsync(Patience);
        await stage.Bot.StopAsync();
        return Rows(what, await Losses.CountAsync(stage, Load));
    }

    private Row[] Rows(string what, Losses losses) =>
        [
            new Row(
                $"{what}, {stage.Database.Provider}: acknowledged lost / two claimers / second effects / claims without event / integrity; unsent, leads without card",
                "0 / 0 / 0 / 0 / ok; 0, 0",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{losses.Lost} of {Load.Acknowledged.Count:#,0} / {losses.TwoClaimers} of {losses.Claims:#,0} / {losses.SecondEffects} of {Load.Presses:#,0} presses / "
                        + $"{losses.WithoutEvent} / {losses.Integrity}; {losses.Unsent}, {losses.WithoutCard}"
                ),
                losses.IsNothing
            ),
            new Row(
                "— second cards",
                "≤ sends in flight at the kills",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{losses.SecondCards}, {inFlight} in flight at {kills} kills"
                ),
                losses.SecondCards <= inFlight
            ),
        ];
}
