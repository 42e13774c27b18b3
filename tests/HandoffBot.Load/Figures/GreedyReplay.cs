using HandoffBot.Load.Running;

namespace HandoffBot.Load.Figures;

/// <summary>When each of these messages would go if it went as early as the limits allow after it became due.</summary>
internal sealed class GreedyReplay(Limits limits)
{
    private static readonly TimeSpan Minute = TimeSpan.FromSeconds(60);

    public IReadOnlyList<DateTimeOffset> Send(IEnumerable<DateTimeOffset> dueTimes)
    {
        var interval = TimeSpan.FromSeconds(1 / limits.PerChatPerSecond);
        var burst = interval * (limits.ChatBurst - 1);
        var sent = new List<DateTimeOffset>();
        var restedAt = DateTimeOffset.MinValue + burst;
        foreach (var due in dueTimes.Order())
        {
            var at = Later(due, restedAt - burst);
            if (sent.Count >= limits.PerGroupPerMinute)
            {
                at = Later(at, sent[^limits.PerGroupPerMinute] + Minute);
            }

            sent.Add(at);
            restedAt = Later(restedAt, at) + interval;
        }

        return sent;
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
