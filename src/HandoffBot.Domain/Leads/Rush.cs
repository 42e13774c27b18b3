using HandoffBot.Domain.Team;

namespace HandoffBot.Domain.Leads;

/// <summary>More leads at once than a chat can show as cards: one queue message stands there instead, from its beginning to its end.</summary>
internal sealed class Rush
{
    /// <summary>So few are shown as a list when the rush is over.</summary>
    public const int Few = 5;

    /// <summary>How far back one looks whether new leads still come too fast for cards.</summary>
    public static readonly TimeSpan Lately = TimeSpan.FromMinutes(5);

    public long Seq { get; private set; }

    public required TeamId Team { get; init; }

    public required DateTimeOffset BeganAt { get; init; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>How many waited when the queue message was last drawn.</summary>
    public int Shown { get; private set; }

    public DateTimeOffset ShownAt { get; private set; }

    public void Show(int waiting, DateTimeOffset at) => (Shown, ShownAt) = (waiting, at);

    /// <param name="waiting">How many wait now.</param>
    /// <param name="arrivals">What came of late.</param>
    /// <param name="calm">So long without a new lead is no rush any more, if few wait.</param>
    public bool IsOver(int waiting, Arrivals arrivals, TimeSpan calm, DateTimeOffset at) =>
        waiting == 0
        || (waiting <= Few && at - (arrivals.LastAt ?? BeganAt) >= calm)
        || (at - BeganAt >= Lately && arrivals.Count < arrivals.Shown);

    public void End(DateTimeOffset at) => EndedAt = at;

    /// <param name="Count">How many leads came within <see cref="Lately"/> to the chat.</param>
    /// <param name="Shown">How many of them it could have shown as cards.</param>
    /// <param name="LastAt">When the last one came; null: before the rush.</param>
    public readonly record struct Arrivals(int Count, int Shown, DateTimeOffset? LastAt);
}
