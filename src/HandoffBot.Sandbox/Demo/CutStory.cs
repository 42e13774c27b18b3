namespace HandoffBot.Sandbox.Demo;

/// <summary>Telegram can't be reached for a while; leads are taken all the same and told when it is back.</summary>
internal static class CutStory
{
    public static async Task PlayAsync(Stage stage, CancellationToken cancellationToken)
    {
        stage.World.Faults.Cut();
        try
        {
            for (var n = 0; n < 3; n++)
            {
                await Stage.PauseAsync(2.5, cancellationToken);
                await stage.SendAsync(stage.Visitors.Next(), cancellationToken);
            }

            await Stage.PauseAsync(2.5, cancellationToken);
        }
        finally
        {
            stage.World.Faults.Restore();
        }
    }
}
