using HandoffBot.Load.Figures;
using HandoffBot.Load.Running;

namespace HandoffBot.Load.Measures;

/// <summary>Many press one card in the same instant; exactly one may get it, and the card must say so.</summary>
internal static class Race
{
    private const int People = 50;
    private const int Rounds = 100;
    private const string Won = "is yours";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task<Row> MeasureAsync(Programs programs, Database database)
    {
        await using var stage = await Stage.StartAsync(programs, database, limits: false, reps: People);
        var (right, last, answers) = (0, 0, new List<TimeSpan>());
        for (var round = 1; round <= Rounds; round++)
        {
            var lead = await stage.Bot.SendLeadAsync(round);
            var card = await stage.CardOfAsync(lead, last);
            last = card.Id;
            var told = await stage.Telegram.PressAsync(stage.Reps.Keys, stage.Chat, card.Id, Cards.Take);
            answers.AddRange(told.Select(t => t.Took));
            var winners = told.Where(t => t.Text?.Contains(Won, StringComparison.Ordinal) == true).ToList();
            if (winners.Count == 1 && await NamesAsync(stage, card, stage.Reps[winners[0].Person]))
            {
                right++;
            }
        }

        var took = new Spread(answers);
        return new Row(
            $"{People} people press one card at once, {Rounds} times, {database.Provider}",
            "1 winner each",
            $"1 winner each in {right} of {Rounds}; an answer took p50 {Row.Ms(took.P(50))}, p99 {Row.Ms(took.P(99))} ms",
            right == Rounds
        );
    }

    /// <summary>The card turns a moment later.</summary>
    private static async Task<bool> NamesAsync(Stage stage, Message card, string winner)
    {
        for (var until = stage.Now + Patience; stage.Now < until; await Task.Delay(5))
        {
            var now = await stage.Telegram.MessagesAsync(stage.Chat, card.Id - 1, TimeSpan.Zero);
            if (now.Length > 0 && now[0].EditedAt is not null)
            {
                return now[0].Text?.Contains(winner, StringComparison.Ordinal) == true;
            }
        }

        return false;
    }
}
