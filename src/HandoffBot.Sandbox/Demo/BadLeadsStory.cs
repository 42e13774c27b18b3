namespace HandoffBot.Sandbox.Demo;

/// <summary>One campaign brings people from other cities; the reps say so, and within the hour marketing hears of it.</summary>
internal static class BadLeadsStory
{
    private const int Leads = 4;

    public static async Task PlayAsync(Stage stage, CancellationToken cancellationToken)
    {
        var cast = stage.Cast;
        var campaign = cast.Texts.Campaigns[^1];
        for (var n = 0; n < Leads; n++)
        {
            await stage.SendAsync(stage.Visitors.Next(campaign, isFar: true), cancellationToken);
            await stage.Hands.PressAsync(cast.Anna, cast.SalesChat, cast.Says.Bad, campaign);
            await Stage.PauseAsync(0.7, cancellationToken);
            await stage.Hands.PressAsync(cast.Anna, cast.SalesChat, cast.Says.NotOurArea, campaign);
            await Stage.PauseAsync(1.2, cancellationToken);
        }

        stage.World.Clock.Advance(TimeSpan.FromHours(1));
    }
}
