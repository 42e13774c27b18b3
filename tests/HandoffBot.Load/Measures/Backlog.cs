using HandoffBot.Load.Figures;
using HandoffBot.Load.Running;

namespace HandoffBot.Load.Measures;

/// <summary>Presses while a rush waits to be sent: an answer must not wait behind it.</summary>
internal static class Backlog
{
    private const double MostTimesCalm = 2;

    private static readonly TimeSpan Slowest = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private static readonly Dictionary<string, string> UsualLimits = new()
    {
        ["SendLimits__PerGroupPerMinute"] = "20",
        ["SendLimits__PerChatPerSecond"] = "1",
        ["SendLimits__PerSecond"] = "30",
    };

    /// <param name="unsent">Cards that wait.</param>
    /// <param name="presses">Calm, and as many behind the rush, each on a card of its own; the first 30 are not counted.</param>
    public static async Task<Row> MeasureAsync(Programs programs, Database database, int unsent, int presses)
    {
        var unlimited = new Dictionary<string, string> { ["Intake__Burst"] = "0" };
        await using var stage = await Stage.StartAsync(programs, database, limits: false, reps: 1, unlimited);
        var warm = Calm.WarmUp;
        await Poster.PostAllAsync(stage.Bot, Leads(0, warm + presses), 16);
        var calm = (await PressAsync(stage, await CardsAsync(stage, warm + presses))).Skip(warm).ToList();

        var each = warm + presses;
        await Poster.PostAllAsync(stage.Bot, Leads(each, each), 16);
        var cards = (await CardsAsync(stage, 2 * each)).TakeLast(each).ToList();
        // From here on with the limits of every day: what is new waits, and goes out at twenty a minute meanwhile.
        await stage.RestartAsync(UsualLimits);
        await Poster.PostAllAsync(stage.Bot, Leads(2 * each, unsent), 64);
        // The process is a new one, and as warm as the other was.
        var behind = (await PressAsync(stage, cards)).Skip(warm).ToList();
        var waiting = await database.ReadAsync(
            "select count(*) from outbox where delivery = 'PostCard' and state = 'Pending'"
        );

        var (one, other) = (new Spread(calm), new Spread(behind));
        return new Row(
            string.Create(
                CultureInfo.InvariantCulture,
                $"press → answer behind {waiting.Single()} unsent cards, {database.Provider}, p50 / p99 of {other.Count}; calm, same run"
            ),
            "p99 ≤ 2 × calm, ≤ 50 ms",
            $"{Row.Ms(other.P(50))} / {Row.Ms(other.P(99))} ms; {Row.Ms(one.P(50))} / {Row.Ms(one.P(99))} ms",
            other.P(99) <= one.P(99) * MostTimesCalm && other.P(99) <= Slowest
        )
        {
            IsSound = one.Count == presses && other.Count == presses,
        };
    }

    private static IEnumerable<LeadPost> Leads(int first, int count) =>
        Enumerable.Range(first, count).Select(LeadPost.Of);

    /// <summary>Waits until so many stand in the chat.</summary>
    private static async Task<IReadOnlyList<Message>> CardsAsync(Stage stage, int count)
    {
        for (var after = 0; ; )
        {
            var messages = await stage.Telegram.MessagesAsync(stage.Chat, after, Patience);
            var all = (await stage.Telegram.MessagesAsync(stage.Chat, 0, TimeSpan.Zero)).Where(Cards.IsCard).ToList();
            if (all.Count >= count)
            {
                return all;
            }

            after = messages.Length > 0 ? messages[^1].Id : throw new TimeoutException($"{all.Count} cards came.");
        }
    }

    private static async Task<IReadOnlyList<TimeSpan>> PressAsync(Stage stage, IEnumerable<Message> cards)
    {
        var took = new List<TimeSpan>();
        foreach (var card in cards)
        {
            await Task.Delay(Pause);
            var answers = await stage.Telegram.PressAsync(stage.Reps.Keys, stage.Chat, card.Id, Cards.Take);
            took.Add(answers.Single().Took);
        }

        return took;
    }
}
