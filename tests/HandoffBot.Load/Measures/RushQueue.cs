using HandoffBot.Load.Figures;
using HandoffBot.Load.Running;

namespace HandoffBot.Load.Measures;

/// <summary>Sixty leads within five seconds into one group with Telegram's limits: the queue takes the place of cards.</summary>
internal static class RushQueue
{
    private const int Leads = 60;
    private const int Reps = 6;

    /// <summary>At the twenty a minute that a group takes.</summary>
    private static readonly TimeSpan AsCards = TimeSpan.FromMinutes(Leads / 20);

    private static readonly TimeSpan Within = TimeSpan.FromSeconds(5);

    private static readonly Dictionary<string, string> AsItComes = new() { ["Rush__After"] = "00:01:00" };

    public static async Task<IReadOnlyList<Row>> MeasureAsync(Programs programs, Func<Database> next) =>
        [
            await MeasureAsync(programs, next(), "the default capacity", open: 15, notWorked: 5, most: 1.0 / 2),
            await MeasureAsync(programs, next(), "no capacity set", open: 0, notWorked: 0, most: 1.0 / 4),
        ];

    private static async Task<Row> MeasureAsync(
        Programs programs,
        Database database,
        string capacity,
        int open,
        int notWorked,
        double most
    )
    {
        await using var stage = await Stage.StartAsync(programs, database, limits: true, Reps, AsItComes);
        var set = string.Create(
            CultureInfo.InvariantCulture,
            $$"""update teams set capacity = '{"open":{{open}},"notWorked":{{notWorked}}}'"""
        );
        await database.ExecuteAsync(set);
        var reps = new QueueReps(stage, Leads);
        var working = reps.RunAsync();
        var startedAt = stage.Now;
        await SendAsync(stage);
        await working;

        var took = reps.InHands.Values.Max() - startedAt;
        var calls = await stage.Telegram.CallsAsync(0);
        var refused = calls.Count(c => c.Status == 429);
        return new Row(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Leads} leads in {Within.TotalSeconds:0} s into one group, limits on, {Reps} reps who work each in 10 s, {capacity}: until the last is in a rep's hands, against 20 cards a minute; answers 429"
            ),
            string.Create(CultureInfo.InvariantCulture, $"≤ {most:0.00} ×; 0"),
            string.Create(
                CultureInfo.InvariantCulture,
                $"{took / AsCards:0.00} × of {AsCards.TotalSeconds:0} s ({Row.Seconds(took)} s); {refused}"
            ),
            took <= AsCards * most && refused == 0
        );
    }

    private static async Task SendAsync(Stage stage)
    {
        using var rhythm = new PeriodicTimer(Within / Leads);
        var sent = new List<Task>();
        for (var number = 1; number <= Leads; number++)
        {
            sent.Add(stage.Bot.SendLeadAsync(number));
            await rhythm.WaitForNextTickAsync();
        }

        await Task.WhenAll(sent);
    }
}
