using System.Collections.Concurrent;
using HandoffBot.Load.Running;

namespace HandoffBot.Load.Measures;

/// <summary>
/// Reps who take whatever they are given, a card or the next of the queue, as often as they are let, and work one lead after the other.
/// </summary>
internal sealed class QueueReps(Stage stage, int leads)
{
    private const string TakeNext = "Take next";
    private const string Reached = "Reached";

    private static readonly TimeSpan WorkEach = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, DateTimeOffset> inHands = new();

    /// <summary>When each lead's contact stood in its rep's private chat.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> InHands => inHands;

    private bool IsDone => inHands.Count >= leads;

    public async Task RunAsync()
    {
        using var enough = new CancellationTokenSource(Patience);
        await Task.WhenAll(
            stage.Reps.Keys.SelectMany(
                (rep, place) => new[] { TakeAsync(rep, place, enough.Token), WorkAsync(rep, enough.Token) }
            )
        );
    }

    private async Task TakeAsync(long rep, int place, CancellationToken enough)
    {
        while (!IsDone)
        {
            var seen = await stage.Telegram.MessagesAsync(stage.Chat, 0, TimeSpan.Zero);
            var taken = Choose(seen, place) is { } choice && await TakesAsync(rep, choice.Message, choice.Button);
            if (!taken)
            {
                await Task.Delay(LookAgain, enough);
            }
        }
    }

    /// <summary>A button that is gone by the time it is pressed sends all the same.</summary>
    private async Task<bool> TakesAsync(long rep, Message message, string button)
    {
        var answers = await stage.Telegram.PressDataAsync(
            [rep],
            stage.Chat,
            message.Id,
            message.DataOf(button),
            wait: true
        );
        return answers[0].Text?.Contains("is yours", StringComparison.Ordinal) is true;
    }

    /// <summary>The queue where there is one; of cards each rep looks at another one.</summary>
    private static (Message Message, string Button)? Choose(Message[] seen, int place)
    {
        if (seen.LastOrDefault(m => m.Buttons.Contains(TakeNext)) is { } queue)
        {
            return (queue, TakeNext);
        }

        var cards = seen.Where(m => Cards.IsCard(m) && m.Buttons.Contains(Cards.Take)).ToList();
        return cards.Count == 0 ? null : (cards[place % cards.Count], Cards.Take);
    }

    private async Task WorkAsync(long rep, CancellationToken enough)
    {
        var (last, sheets) = (0, new Queue<Message>());
        while (!IsDone)
        {
            foreach (var message in await stage.Telegram.MessagesAsync(rep, last, TimeSpan.Zero))
            {
                last = message.Id;
                if (message.Buttons.Contains(Reached) && inHands.TryAdd(Cards.LeadOf(message.Text!)!, message.At))
                {
                    sheets.Enqueue(message);
                }
            }

            if (sheets.TryDequeue(out var sheet))
            {
                await Task.Delay(WorkEach, enough);
                await stage.Telegram.PressDataAsync([rep], rep, sheet.Id, sheet.DataOf(Reached));
            }
            else
            {
                await Task.Delay(LookAgain, enough);
            }
        }
    }
}
