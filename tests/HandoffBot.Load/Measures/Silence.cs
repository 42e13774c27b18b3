using HandoffBot.Load.Figures;
using HandoffBot.Load.Running;

namespace HandoffBot.Load.Measures;

/// <summary>"Telegram" answers every call with 500 for a while, and leads come all the same.</summary>
internal static class Silence
{
    private const int Teams = 6;
    private const int PerSecond = 2;

    private static readonly TimeSpan Slowest = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static async Task<Row> MeasureAsync(Programs programs, Database database, TimeSpan lasting)
    {
        await using var town = await Town.StartAsync(programs, database, Teams);
        await town.Telegram.DisturbAsync("ServerError");
        await town.Telegram.DisturbAsync("ServerError", method: "getUpdates");
        var posted = await PostAsync(town, lasting);
        await town.Telegram.StopDisturbingAsync();
        var backAt = town.Now;

        var cards = await CardsAsync(town, posted.Count(p => p.Lead is not null));
        var lost = posted.Count(p => p.Lead is { } lead && !cards.ContainsKey(lead));
        var least = town.Teams.Max(t => Least(town, posted.Count(p => p.Team == t), backAt));
        var behind = cards.Values.Max() - backAt - least;
        return new Row(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Telegram answers 500 for {lasting.TotalSeconds:0} s, {PerSecond} leads/s into {Teams} chats, {database.Provider}: "
                    + $"not acknowledged; lost; the last card after the limits' own minimum"
            ),
            "0; 0; ≤ 10 s",
            $"{posted.Count(p => p.Lead is null)}; {lost} of {posted.Count}; {Row.Seconds(behind)} s",
            lost == 0 && posted.All(p => p.Lead is not null) && behind <= Slowest
        )
        {
            IsSound = lost == 0 && posted.All(p => p.Lead is not null),
        };
    }

    private static async Task<IReadOnlyList<(Town.Team Team, string? Lead)>> PostAsync(Town town, TimeSpan lasting)
    {
        var posted = new List<(Town.Team Team, string? Lead)>();
        using var rhythm = new PeriodicTimer(TimeSpan.FromSeconds(1) / PerSecond);
        for (var number = 0; number < lasting.TotalSeconds * PerSecond; number++)
        {
            await rhythm.WaitForNextTickAsync();
            var team = town.Teams[number % Teams];
            posted.Add((team, (await town.Bot.PostAsync(LeadPost.Of(number), team.Key)).Lead));
        }

        return posted;
    }

    /// <summary>How long so many cards take in one chat when none waits longer than the limits make it.</summary>
    private static TimeSpan Least(Town town, int cards, DateTimeOffset from) =>
        new GreedyReplay(town.World.Limits).Send(Enumerable.Repeat(from, cards))[^1] - from;

    private static async Task<IReadOnlyDictionary<string, DateTimeOffset>> CardsAsync(Town town, int count)
    {
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        for (var until = town.Now + Patience; ; await often.WaitForNextTickAsync())
        {
            var cards = new Dictionary<string, DateTimeOffset>();
            foreach (var team in town.Teams)
            {
                foreach (var (lead, at) in await town.CardsAsync(team))
                {
                    cards[lead] = at;
                }
            }

            if (cards.Count == count || town.Now > until)
            {
                return cards;
            }
        }
    }
}
