using System.Collections.Concurrent;
using HandoffBot.Load.Figures;
using HandoffBot.Load.Running;

namespace HandoffBot.Load.Measures;

/// <summary>Leads for many teams at an even rate, taken by their reps, while everything that can go wrong with Telegram does, and the bot is killed.</summary>
internal sealed class Storm
{
    private const int PerSecond = 10;

    private static readonly TimeSpan OldestUnsent = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan SlowestWhenWell = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan AskAgain = TimeSpan.FromMilliseconds(500);

    private readonly Town town;
    private readonly Weather weather;
    private readonly ConcurrentDictionary<string, Taken> taken = [];
    private readonly ConcurrentDictionary<string, DateTimeOffset> cards = [];
    private int refused;

    private Storm(Town town, Weather weather) => (this.town, this.weather) = (town, weather);

    /// <param name="lasting">What goes wrong is spread over it.</param>
    public static async Task<IReadOnlyList<Row>> MeasureAsync(
        Programs programs,
        Database database,
        int teams,
        TimeSpan lasting
    )
    {
        await using var town = await Town.StartAsync(programs, database, teams);
        var storm = new Storm(town, new Weather(town, lasting));
        await storm.RageAsync(lasting);
        return storm.Rows(database, teams, lasting);
    }

    private async Task RageAsync(TimeSpan lasting)
    {
        using var enough = new CancellationTokenSource();
        var reps = new StormReps(town, cards).RunAsync(enough.Token);
        var turns = weather.RunAsync();
        await PostAsync((int)(lasting.TotalSeconds * PerSecond));
        await turns;
        using var often = new PeriodicTimer(AskAgain);
        for (var until = town.Now + OldestUnsent; town.Now < until && !taken.Keys.All(cards.ContainsKey); )
        {
            await often.WaitForNextTickAsync();
        }

        await enough.CancelAsync();
        await reps;
    }

    private async Task PostAsync(int count)
    {
        var posts = new List<Task>();
        using var rhythm = new PeriodicTimer(TimeSpan.FromSeconds(1) / PerSecond);
        for (var number = 0; number < count; number++)
        {
            await rhythm.WaitForNextTickAsync();
            posts.Add(PostAsync(LeadPost.Of(number) with { ExternalId = $"s{number}" }, number));
        }

        await Task.WhenAll(posts);
    }

    /// <summary>A site that gets no answer asks again, as it should.</summary>
    private async Task PostAsync(LeadPost lead, int number)
    {
        var team = town.Teams[number % town.Teams.Count];
        for (; ; await Task.Delay(AskAgain))
        {
            var answer = await town.Bot.PostAsync(lead, team.Key);
            if (answer.Lead is { } acknowledged)
            {
                taken[acknowledged] = new Taken(team, town.Now);
                return;
            }

            _ = answer.Status is null ? 0 : Interlocked.Increment(ref refused);
        }
    }

    private IReadOnlyList<Row> Rows(Database database, int teams, TimeSpan lasting)
    {
        var late = taken.Count(t =>
            !cards.TryGetValue(t.Key, out var at) || at > weather.BackBy(t.Value.At) + OldestUnsent
        );
        var well = new Spread(
            taken
                .Where(t => weather.WasWell(t.Value.At) && cards.ContainsKey(t.Key))
                .Select(t => cards[t.Key] - t.Value.At)
        );
        var all = new Spread(taken.Where(t => cards.ContainsKey(t.Key)).Select(t => cards[t.Key] - t.Value.At));
        return
        [
            new Row(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{lasting.TotalMinutes:0.#} min at {PerSecond} leads/s over {teams} teams, every second taken by a rep, {database.Provider}; "
                        + $"{weather.Words}: unsent older than 5 min after Telegram is back"
                ),
                "0",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{late} of {taken.Count:#,0}; {refused} answered 429 or 503"
                ),
                late == 0
            )
            {
                IsSound = late == 0,
            },
            new Row(
                "— lead to card when all is well, p50 / p99; over the whole storm",
                "p99 ≤ 10 s",
                $"{Row.Seconds(well.P(50))} / {Row.Seconds(well.P(99))} s of {well.Count}; {Row.Seconds(all.P(50))} / {Row.Seconds(all.P(99))} s",
                well.Count > 0 && well.P(99) <= SlowestWhenWell
            ),
        ];
    }

    private sealed record Taken(Town.Team Team, DateTimeOffset At);
}
