using HandoffBot.Load.Figures;
using HandoffBot.Load.Inside;
using HandoffBot.Load.Running;

namespace HandoffBot.Load.Kills;

/// <summary>Killed by itself under load at the n-th pass of each point on a lead's road.</summary>
internal static class NamedPoints
{
    public static readonly IReadOnlyList<DeathPoint> OnTheRoad =
    [
        DeathPoint.BeforeCommit,
        DeathPoint.AfterCommit,
        DeathPoint.BeforeAccepted,
        DeathPoint.BeforeSend,
        DeathPoint.AfterSend,
        DeathPoint.MidClaim,
        DeathPoint.AfterClaimCommit,
        DeathPoint.BeforeConfirm,
    ];

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <param name="passes">The n: 12 in full.</param>
    public static async Task<IReadOnlyList<Row>> MeasureAsync(Programs programs, Database database, int passes)
    {
        await using var stage = await KillStage.SettleAsync(programs, database);
        var lives = from pass in Enumerable.Range(1, passes) from point in OnTheRoad select (Point: point, Pass: pass);
        return await new Toll(stage).TakeAsync(
            string.Create(CultureInfo.InvariantCulture, $"{OnTheRoad.Count} named points × n = 1…{passes}"),
            lives,
            life => Death.AwaitAsync(stage.Doom(life.Point, life.Pass), Patience)
        );
    }
}
