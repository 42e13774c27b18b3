using System.Collections.Concurrent;
using HandoffBot.Load.Running;

namespace HandoffBot.Load.Measures;

/// <summary>
/// See each card as it comes, remember when, and take every second one: a lead that is taken is three messages, a card, its turn and the
/// contact, and thirty a second are all that Telegram takes of one bot.
/// </summary>
internal sealed class StormReps(Town town, ConcurrentDictionary<string, DateTimeOffset> cards)
{
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(2);

    private readonly Dictionary<long, int> seen = town.Teams.ToDictionary(t => t.Chat, _ => 0);
    private readonly ConcurrentBag<Task> presses = [];
    private int cardsSeen;

    public async Task RunAsync(CancellationToken until)
    {
        using var often = new PeriodicTimer(Glance);
        while (!until.IsCancellationRequested)
        {
            foreach (var team in town.Teams)
            {
                await LookAsync(team);
            }

            await often.WaitForNextTickAsync(CancellationToken.None);
        }

        await Task.WhenAll(presses).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task LookAsync(Town.Team team)
    {
        var messages = await town.Telegram.MessagesAsync(team.Chat, seen[team.Chat], TimeSpan.Zero);
        foreach (var card in messages.Where(Cards.IsCard))
        {
            if (
                cards.TryAdd(Cards.LeadOf(card.Text!)!, card.At)
                && card.Buttons.Contains(Cards.Take)
                && ++cardsSeen % 2 == 0
            )
            {
                // Not waited for: in a storm an answer may never come.
                presses.Add(town.Telegram.PressAsync([team.Rep], team.Chat, card.Id, Cards.Take));
            }
        }

        seen[team.Chat] = messages.Length > 0 ? messages[^1].Id : seen[team.Chat];
    }
}
