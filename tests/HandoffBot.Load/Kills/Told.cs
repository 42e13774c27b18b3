using HandoffBot.Load.Running;

namespace HandoffBot.Load.Kills;

/// <summary>How three processes told of the leads they took.</summary>
/// <param name="Lost">Acknowledged and not stored, or without a card.</param>
/// <param name="OutOfOrder">Of whom something was told before the card, or whose card does not show in the end who took it.</param>
/// <param name="SecondCards">Beyond the first of each.</param>
internal sealed record Told(int Lost, int OutOfOrder, int SecondCards)
{
    public static async Task<Told> ReadAsync(Trio trio, Database rows, TrioLoad load)
    {
        var stored = (await rows.ReadAsync("select key || ' ' || lead from inquiries")).ToHashSet();
        var cards = new Dictionary<string, int>();
        var outOfOrder = 0;
        for (var number = 0; number < trio.Teams.Count; number++)
        {
            var winner = string.Create(CultureInfo.InvariantCulture, $"Rep{number + 1:000}");
            var chat = await trio.Telegram.MessagesAsync(trio.Teams[number].Chat, 0, TimeSpan.Zero);
            foreach (var lead in chat.Where(m => m.Text is not null).GroupBy(m => Cards.LeadOf(m.Text!)))
            {
                if (lead.Key is { } named)
                {
                    var own = lead.Where(Cards.IsCard).ToList();
                    cards[named] = own.Count;
                    outOfOrder += Cards.IsCard(lead.First()) && own.TrueForAll(c => Names(c, winner)) ? 0 : 1;
                }
            }
        }

        return new Told(
            load.Acknowledged.Count(a =>
                !stored.Contains($"{a.Key} {a.Value[2..]}") || cards.GetValueOrDefault(a.Value) == 0
            ),
            outOfOrder,
            cards.Values.Sum(c => Math.Max(0, c - 1))
        );
    }

    private static bool Names(Message card, string winner) => card.Text!.Contains(winner, StringComparison.Ordinal);
}
