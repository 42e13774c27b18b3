namespace HandoffBot.Sandbox.Demo;

/// <summary>One campaign brings people from other cities; the reps say so, and within the hour marketing hears of it.</summary>
internal static class BadLeadsStory
{
    private const int Leads = 4;

    public static async Task PlayAsync(Stage stage, CancellationToken cancellationToken)
    {
        var (cast, texts) = (stage.Cast, stage.Cast.Texts);
        for (var n = 0; n < Leads; n++)
        {
            var seen = stage.World.View.Chat(cast.SalesChat).LastMessageId;
            await stage.SendAsync(stage.Visitors.Next(texts.Campaigns[^1], isFar: true), cancellationToken);
            await stage.Hands.SeeAsync(v => v.Chat(cast.SalesChat).LastMessageId > seen);
            await stage.Hands.PressAsync(cast.Anna, cast.SalesChat, cast.Says.Bad);
            await Stage.PauseAsync(0.7, cancellationToken);
            await stage.Hands.PressAsync(cast.Anna, cast.SalesChat, cast.Says.NotOurArea);
            await Stage.PauseAsync(1.2, cancellationToken);
        }

        stage.World.Clock.Advance(TimeSpan.FromHours(1));
    }
}
