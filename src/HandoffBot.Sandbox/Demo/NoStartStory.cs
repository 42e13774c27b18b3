namespace HandoffBot.Sandbox.Demo;

/// <summary>A rep whom the bot may not write to takes a lead: contact and next steps come where the press was.</summary>
internal static class NoStartStory
{
    public static async Task PlayAsync(Stage stage, CancellationToken cancellationToken)
    {
        var cast = stage.Cast;
        await stage.SendAsync(stage.Visitors.Next(), cancellationToken);
        await Stage.PauseAsync(1.5, cancellationToken);
        await stage.Hands.PressAsync(cast.Petr, cast.SalesChat, cast.Says.Take);
        await Stage.PauseAsync(4, cancellationToken);
        await stage.Hands.PressAsync(cast.Petr, cast.SalesChat, cast.Says.Contact);
        await Stage.PauseAsync(4, cancellationToken);
        await stage.Hands.PressAsync(cast.Petr, cast.SalesChat, cast.Says.Outcome);
        await stage.Hands.PressAsync(cast.Petr, cast.SalesChat, cast.Says.Reached);
    }
}
