using HandoffBot.Load.Figures;
using HandoffBot.Load.Running;

namespace HandoffBot.Load.Measures;

/// <summary>Sixty leads at once into one group with Telegram's limits, while reps claim half of them.</summary>
internal static class Rush
{
    public const int Leads = 60;
    public const int Claims = 30;
    public const int Reps = 6;

    private const double MostBehindGreedy = 1.15;

    private static readonly TimeSpan SlowestTurn = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongDelay = TimeSpan.FromSeconds(1);

    public static async Task<IReadOnlyList<Row>> MeasureAsync(Programs programs, Database database)
    {
        await using var stage = await Stage.StartAsync(programs, database, limits: true, Reps);
        var startedAt = stage.Now;
        var watch = new RushWatch(stage);
        var watching = watch.RunAsync();
        var claiming = new RushReps(stage, watch).RunAsync();
        var dueAt = await SendAsync(stage);
        await claiming;
        await watching;
        var seen = await watch.TurnedAsync();

        var sends = seen.Calls.Where(c => c.Chat == stage.Chat && c.IsCounted).ToList();
        var greedy = new GreedyReplay(stage.World.Limits).Send(sends.Select(s => seen.DueAt(s, dueAt)));
        var ratio = (sends.Max(s => s.At) - startedAt) / (greedy[^1] - startedAt);
        var turned = new Spread(seen.Turns.Values);
        return
        [
            RatioOf(stage.World.Limits, sends, ratio, greedy[^1] - startedAt),
            TurnsOf(turned),
            RefusalsOf(seen.Calls),
        ];
    }

    /// <summary>All at once; answers when each lead was sent.</summary>
    private static async Task<IReadOnlyDictionary<string, DateTimeOffset>> SendAsync(Stage stage)
    {
        var sent = Enumerable
            .Range(1, Leads)
            .Select(async number =>
            {
                var at = stage.Now;
                return (Lead: await stage.Bot.SendLeadAsync(number), At: at);
            });
        return (await Task.WhenAll(sent)).ToDictionary(s => s.Lead, s => s.At);
    }

    private static Row RatioOf(Limits limits, List<Call> sends, double ratio, TimeSpan greedy)
    {
        var edits = sends.Count(s => s.IsEdit);
        var others = sends.Count - edits - Leads;
        return new Row(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Leads} leads at once into one group, limits on ({limits.PerGroupPerMinute} in any 60 s, edits counted, "
                    + $"{limits.PerChatPerSecond}/s beyond a burst of {limits.ChatBurst}), {Reps} reps claiming {Claims} "
                    + $"meanwhile: the last message against a greedy replay"
            ),
            string.Create(CultureInfo.InvariantCulture, $"≤ {MostBehindGreedy} ×"),
            string.Create(
                CultureInfo.InvariantCulture,
                $"{ratio:0.00} × of {Row.Seconds(greedy)} s ({Leads} cards, {edits} edits, {others} others)"
            ),
            ratio <= MostBehindGreedy
        );
    }

    private static Row TurnsOf(Spread turned) =>
        new(
            $"— a claimed card turned, p50 / p95 of {turned.Count}",
            $"p95 ≤ {SlowestTurn.TotalSeconds} s",
            $"{Row.Seconds(turned.P(50))} / {Row.Seconds(turned.P(95))} s",
            turned.Count == Claims && turned.P(95) <= SlowestTurn
        );

    private static Row RefusalsOf(IReadOnlyList<Call> calls)
    {
        var refused = calls.Count(c => c.Status == 429);
        var late = calls.Count(c => c.Delayed > LongDelay);
        var any = calls.Count(c => c.Delayed > TimeSpan.Zero);
        return new Row(
            "— answers 429; answers that Telegram delayed by over 1 s",
            "0; 0",
            $"{refused}; {late} ({any} delayed at all)",
            refused + late == 0
        );
    }
}
