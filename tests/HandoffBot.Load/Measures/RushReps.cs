using HandoffBot.Load.Running;

namespace HandoffBot.Load.Measures;

/// <summary>Reps who take the oldest card nobody has looked at, one after the other, until enough are claimed.</summary>
internal sealed class RushReps(Stage stage, RushWatch watch)
{
    private static readonly TimeSpan Soonest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Latest = TimeSpan.FromSeconds(10);

    private int claimed;

    public Task RunAsync() => Task.WhenAll(stage.Reps.Keys.Select(ClaimAsync));

    private async Task ClaimAsync(long rep, int seed)
    {
        var think = new Random(seed);
        while (Interlocked.Increment(ref claimed) <= Rush.Claims)
        {
            var card = await watch.Appeared.ReadAsync();
            await Task.Delay(Soonest + ((Latest - Soonest) * think.NextDouble()));
            var answers = await stage.Telegram.PressAsync([rep], stage.Chat, card.Id, Cards.Take);
            watch.Pressed(card, answers[0].PressedAt);
        }
    }
}
