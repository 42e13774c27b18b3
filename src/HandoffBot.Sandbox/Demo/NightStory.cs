namespace HandoffBot.Sandbox.Demo;

/// <summary>Leads come while everybody sleeps: nothing rings, and whoever comes first in the morning finds them.</summary>
internal static class NightStory
{
    private const int Leads = 3;

    private static readonly TimeSpan Evening = TimeSpan.FromHours(22.5);

    public static async Task PlayAsync(Stage stage, CancellationToken cancellationToken)
    {
        var clock = stage.World.Clock;
        clock.MoveTo(stage.Coming(Evening));
        for (var n = 0; n < Leads; n++)
        {
            await stage.SendAsync(stage.Visitors.Next(), cancellationToken);
            await Stage.PauseAsync(2, cancellationToken);
            clock.Advance(TimeSpan.FromHours(2));
        }

        await Stage.PauseAsync(2, cancellationToken);
        clock.MoveTo(await stage.OpeningAsync(cancellationToken));
        await Stage.PauseAsync(4, cancellationToken);
        await stage.Hands.PressAsync(stage.Cast.Anna, stage.Cast.SalesChat, stage.Cast.Says.Take);
    }
}
