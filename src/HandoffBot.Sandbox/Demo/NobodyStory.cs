namespace HandoffBot.Sandbox.Demo;

/// <summary>One lead, and nobody takes it: a silent reminder, a mention, then the manager.</summary>
internal static class NobodyStory
{
    private static readonly double[] Minutes = [3.1, 2, 5];

    public static async Task PlayAsync(Stage stage, CancellationToken cancellationToken)
    {
        await stage.SendAsync(stage.Visitors.Next(), cancellationToken);
        foreach (var minutes in Minutes)
        {
            await Stage.PauseAsync(3, cancellationToken);
            stage.World.Clock.Advance(TimeSpan.FromMinutes(minutes));
        }
    }
}
