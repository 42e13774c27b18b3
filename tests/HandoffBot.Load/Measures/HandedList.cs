using HandoffBot.Load.Figures;
using HandoffBot.Load.Running;

namespace HandoffBot.Load.Measures;

/// <summary>A spreadsheet of many leads, from being sent to the bot until all wait in the queue, while reps press as on any day.</summary>
internal static class HandedList
{
    private const int Before = 200;
    private const int WarmUp = 200;
    private const double MiB = 1024 * 1024;

    private static readonly TimeSpan SlowestPreview = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan SlowestImport = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan SlowestPress = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    /// <param name="leads">Rows of the spreadsheet.</param>
    public static async Task<IReadOnlyList<Row>> MeasureAsync(Programs programs, Database database, int leads)
    {
        var unlimited = new Dictionary<string, string> { ["Intake__Burst"] = "0" };
        await using var stage = await Stage.StartAsync(programs, database, limits: false, reps: 2, unlimited);
        var (sender, presser) = (stage.Reps.Keys.Min(), stage.Reps.Keys.Max());
        var cards = await CardsAsync(stage);
        await JoinAsync(stage, database, sender, cards[^1]);
        await WarmUpAsync(stage, sender);

        using var over = new CancellationTokenSource();
        var watching = MostMemoryAsync(stage, over.Token);
        var pressing = PressAsync(stage, presser, cards.SkipLast(1), over.Token);
        var file = SheetFile.Of(leads);
        var (preview, question) = await ListSender.SendAsync(stage, sender, "expo.xlsx", file, leads);
        var import = await ListSender.TakeInAsync(stage, sender, question);
        await over.CancelAsync();
        var (calm, most) = await watching;
        var presses = new Spread(await pressing);
        var there = await database.ReadAsync("select count(*) from leads where list_id is not null and status = 'New'");

        return
        [
            RowOf(database.Provider, leads, preview, import, (most - calm) / MiB) with
            {
                IsSound = there.Single() == (leads + WarmUp).ToString(CultureInfo.InvariantCulture),
            },
            PressesOf(presses),
        ];
    }

    private static Row RowOf(string provider, int leads, TimeSpan preview, TimeSpan import, double memory) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"a file of {leads:#,0} leads (XLSX), {provider}: preview; import; memory"
            ),
            "≤ 5 s; ≤ 60 s; ≤ +150 MB",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Row.Seconds(preview)} s; {Row.Seconds(import)} s; +{memory:0} MB"
            ),
            preview <= SlowestPreview && import <= SlowestImport && memory <= 150
        );

    private static Row PressesOf(Spread presses) =>
        new(
            $"— press → answer meanwhile, p50 / p99 of {presses.Count}",
            $"p99 ≤ {SlowestPress.TotalMilliseconds} ms",
            $"{Row.Ms(presses.P(50))} / {Row.Ms(presses.P(99))} ms",
            presses.P(99) <= SlowestPress
        );

    /// <summary>Cards that can be pressed meanwhile, oldest first.</summary>
    private static async Task<IReadOnlyList<Message>> CardsAsync(Stage stage)
    {
        await Poster.PostAllAsync(stage.Bot, Enumerable.Range(5_000_000, Before).Select(LeadPost.Of), 8);
        while (true)
        {
            var messages = await stage.Telegram.MessagesAsync(stage.Chat, 0, TimeSpan.Zero);
            var cards = messages.Where(Cards.IsCard).ToList();
            if (cards.Count >= Before)
            {
                return cards;
            }

            await Task.Delay(Look);
        }
    }

    /// <summary>Whoever presses in the chat belongs to the team; lists are handed over by marketing.</summary>
    private static async Task JoinAsync(Stage stage, Database database, long sender, Message card)
    {
        await stage.Telegram.PressAsync([sender], stage.Chat, card.Id, Cards.Take);
        await database.ExecuteAsync(
            string.Create(CultureInfo.InvariantCulture, $"update members set roles = 3 where person = {sender}")
        );
    }

    /// <summary>What a process does for the first time costs memory once.</summary>
    private static async Task WarmUpAsync(Stage stage, long sender)
    {
        var (_, question) = await ListSender.SendAsync(
            stage,
            sender,
            "small.xlsx",
            SheetFile.Of(WarmUp, from: 4_000_000),
            WarmUp
        );
        await ListSender.TakeInAsync(stage, sender, question);
    }

    private static async Task<(double Calm, double Most)> MostMemoryAsync(Stage stage, CancellationToken over)
    {
        double calm = stage.Bot.Running.Memory;
        var most = calm;
        while (!over.IsCancellationRequested)
        {
            most = Math.Max(most, stage.Bot.Running.Memory);
            await Task.Delay(Look, CancellationToken.None);
        }

        return (calm, most);
    }

    private static async Task<IReadOnlyList<TimeSpan>> PressAsync(
        Stage stage,
        long presser,
        IEnumerable<Message> cards,
        CancellationToken over
    )
    {
        var took = new List<TimeSpan>();
        foreach (var card in cards.TakeWhile(_ => !over.IsCancellationRequested))
        {
            var answers = await stage.Telegram.PressAsync([presser], stage.Chat, card.Id, Cards.Take);
            took.Add(answers.Single().Took);
            await Task.Delay(2 * Look, CancellationToken.None);
        }

        return took;
    }
}
