using HandoffBot.Load.Running;

namespace HandoffBot.Load.Measures;

/// <summary>What the group got in the rush.</summary>
/// <param name="cards">Leads by the message of their card.</param>
/// <param name="pressedAt">When it was claimed, by the message of the card.</param>
/// <param name="saidAt">When each message appeared.</param>
internal sealed class RushSeen(
    IReadOnlyList<Call> calls,
    IReadOnlyDictionary<int, string> cards,
    IReadOnlyDictionary<int, DateTimeOffset> pressedAt,
    IReadOnlyDictionary<int, DateTimeOffset> saidAt
)
{
    public IReadOnlyList<Call> Calls => calls;

    /// <summary>From the claim to the card that says so, by message.</summary>
    public IReadOnlyDictionary<int, TimeSpan> Turns { get; } =
        pressedAt
            .Select(p => (p.Key, Turn: TurnOf(calls, p.Key, p.Value), Pressed: p.Value))
            .Where(t => t.Turn is not null)
            .ToDictionary(t => t.Key, t => t.Turn!.At - t.Pressed);

    /// <summary>When what was sent had become due.</summary>
    public DateTimeOffset DueAt(Call sent, IReadOnlyDictionary<string, DateTimeOffset> leads)
    {
        if (sent.IsEdit)
        {
            return
                pressedAt.TryGetValue(sent.Message ?? 0, out var pressed)
                && TurnOf(calls, sent.Message!.Value, pressed) == sent
                ? pressed
                : sent.At;
        }

        // One message at a time goes to a chat, so it is the newest one that stood there when the call was answered.
        var message = saidAt.Where(s => s.Value <= sent.At).MaxBy(s => s.Value).Key;
        return cards.TryGetValue(message, out var lead) ? leads[lead] : sent.At;
    }

    private static Call? TurnOf(IEnumerable<Call> calls, int card, DateTimeOffset pressed) =>
        calls.FirstOrDefault(c => c.IsEdit && c.Message == card && c.At >= pressed);
}
