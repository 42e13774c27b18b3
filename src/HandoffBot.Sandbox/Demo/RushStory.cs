namespace HandoffBot.Sandbox.Demo;

/// <summary>60 leads within five seconds: the chat turns to one message with a queue, and two reps take from it.</summary>
internal static class RushStory
{
    private const int Leads = 60;
    private const int Takes = 6;

    public static async Task PlayAsync(Stage stage, CancellationToken cancellationToken)
    {
        for (var n = 0; n < Leads; n++)
        {
            await stage.SendAsync(stage.Visitors.Next(), cancellationToken);
            await Stage.PauseAsync(5.0 / Leads, cancellationToken);
        }

        for (var n = 0; n < Takes; n++)
        {
            var rep = n % 2 == 0 ? stage.Cast.Ivan : stage.Cast.Anna;
            var button = IsQueue(stage) ? stage.Cast.Says.TakeNext : stage.Cast.Says.Take;
            await stage.Hands.PressAsync(rep, stage.Cast.SalesChat, button);
            await Stage.PauseAsync(1.5, cancellationToken);
        }
    }

    private static bool IsQueue(Stage stage) =>
        stage.Hands.Find(stage.Cast.SalesChat, stage.Cast.Says.TakeNext) is not null;
}
