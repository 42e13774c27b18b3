using System.Threading.Channels;
using HandoffBot.Load.Running;

namespace HandoffBot.Load.Measures;

/// <summary>Sees every card as it appears, and whether the claimed ones have turned.</summary>
internal sealed class RushWatch(Stage stage)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly Channel<Message> appeared = Channel.CreateUnbounded<Message>();
    private readonly Dictionary<int, string> cards = [];
    private readonly Dictionary<int, DateTimeOffset> pressedAt = [];

    /// <summary>Cards nobody has looked at yet, oldest first.</summary>
    public ChannelReader<Message> Appeared => appeared.Reader;

    public void Pressed(Message card, DateTimeOffset at)
    {
        lock (pressedAt)
        {
            pressedAt[card.Id] = at;
        }
    }

    /// <summary>Ends when every lead has its card.</summary>
    public async Task RunAsync()
    {
        var last = 0;
        while (cards.Count < Rush.Leads)
        {
            var messages = await stage.Telegram.MessagesAsync(stage.Chat, last, Patience);
            if (messages.Length == 0)
            {
                throw new TimeoutException($"{cards.Count} cards of {Rush.Leads} appeared.");
            }

            last = messages[^1].Id;
            foreach (var card in messages.Where(m => Cards.IsCard(m) && !cards.ContainsValue(Cards.LeadOf(m.Text!)!)))
            {
                cards[card.Id] = Cards.LeadOf(card.Text!)!;
                appeared.Writer.TryWrite(card);
            }
        }

        appeared.Writer.Complete();
    }

    /// <summary>Waits until every claimed card has turned.</summary>
    public async Task<RushSeen> TurnedAsync()
    {
        var since = stage.Now;
        while (true)
        {
            var seen = new RushSeen(await stage.Telegram.CallsAsync(0), cards, pressedAt, await FirstSaidAsync());
            if (seen.Turns.Count == pressedAt.Count || stage.Now - since > Patience)
            {
                return seen;
            }

            await Task.Delay(Pause);
        }
    }

    /// <summary>When each message of the group appeared.</summary>
    private async Task<IReadOnlyDictionary<int, DateTimeOffset>> FirstSaidAsync() =>
        (await stage.Telegram.MessagesAsync(stage.Chat, 0, TimeSpan.Zero)).ToDictionary(m => m.Id, m => m.At);
}
