using HandoffBot.Load.Figures;
using HandoffBot.Load.Running;

namespace HandoffBot.Load.Measures;

/// <summary>One lead at a time in a chat without limits: form to card, press to answer.</summary>
internal static class Calm
{
    public const int WarmUp = 30;

    private const int Samples = 200;

    /// <summary>Contacts nobody has asked with before.</summary>
    private const int FirstNumber = 1000;

    /// <summary>A person takes longer; the bot is idle again by then.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public static async Task<IReadOnlyList<Row>> MeasureAsync(Programs programs, Database database)
    {
        await using var stage = await Stage.StartAsync(programs, database, limits: false, reps: 1);
        return await MeasureAsync(stage, database.Provider);
    }

    /// <param name="stage">With one rep, without limits.</param>
    public static async Task<IReadOnlyList<Row>> MeasureAsync(Stage stage, string with)
    {
        var (cards, presses) = (new List<TimeSpan>(), new List<TimeSpan>());
        var rep = stage.Reps.Keys.Single();
        var forms = await stage.FormsAsync();
        var last = (await stage.Telegram.MessagesAsync(stage.Chat, 0, TimeSpan.Zero)).LastOrDefault()?.Id ?? 0;
        for (var number = 1; number <= WarmUp + Samples; number++)
        {
            var sentAt = stage.Now;
            await stage.Bot.SendFormAsync(forms[number % forms.Count], FirstNumber + number);
            var card = await stage.NextCardAsync(last);
            last = card.Id;
            await Task.Delay(Pause);
            var answers = await stage.Telegram.PressAsync([rep], stage.Chat, card.Id, Cards.Take);
            await Task.Delay(Pause);
            if (number > WarmUp)
            {
                cards.Add(card.At - sentAt);
                presses.Add(answers[0].Took);
            }
        }

        return
        [
            RowOf($"form → card, calm, {with}", new Spread(cards), 30, 150),
            RowOf($"press → answer, calm, {with}", new Spread(presses), 15, 50),
        ];
    }

    private static Row RowOf(string what, Spread took, int half, int nearlyAll) =>
        new(
            $"{what}, p50 / p99 of {took.Count}",
            $"≤ {half} / {nearlyAll} ms",
            $"{Row.Ms(took.P(50))} / {Row.Ms(took.P(99))} ms",
            took.P(50).TotalMilliseconds <= half && took.P(99).TotalMilliseconds <= nearlyAll
        );
}
