namespace HandoffBot.Sandbox.Demo;

/// <summary>A rep with a lead in hand leaves the sales chat: the lead returns to the queue, and the manager is told.</summary>
internal static class LeavingStory
{
    public static async Task PlayAsync(Stage stage, CancellationToken cancellationToken)
    {
        var cast = stage.Cast;
        await stage.SendAsync(stage.Visitors.Next(), cancellationToken);
        await stage.Hands.PressAsync(cast.Anna, cast.SalesChat, cast.Says.Take);
        await Stage.PauseAsync(3, cancellationToken);
        stage.World.Leave(cast.Anna.Id, cast.SalesChat);
        try
        {
            await Stage.PauseAsync(4, cancellationToken);
            await stage.Hands.PressAsync(cast.Ivan, cast.SalesChat, cast.Says.Take);
            await Stage.PauseAsync(3, cancellationToken);
        }
        finally
        {
            // The next story needs everybody.
            stage.World.Join(cast.Anna.Id, cast.SalesChat);
        }
    }
}
