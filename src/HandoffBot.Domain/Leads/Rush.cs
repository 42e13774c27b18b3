using HandoffBot.Domain.Team;

namespace HandoffBot.Domain.Leads;

/// <summary>More leads at once than a chat can show as cards: one queue message stands there instead, from its beginning to its end.</summary>
internal sealed class Rush
{
    /// <summary>So few are shown as a list when the rush is over.</summary>
    public const int Few = 5;

    /// <summary>Without a new lead for so long it is over, however many wait.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromMinutes(15);

    public long Seq { get; private set; }

    public required TeamId Team { get; init; }

    public required DateTimeOffset BeganAt { get; init; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>How many waited when the queue message was last drawn.</summary>
    public int Shown { get; private set; }

    public DateTimeOffset ShownAt { get; private set; }

    public void Show(int waiting, DateTimeOffset at) => (Shown, ShownAt) = (waiting, at);

    /// <param name="waiting">How many wait now.</param>
    /// <param name="lastAt">When the last lead came.</param>
    /// <param name="calm">So long without a new lead is no rush any more, if few wait.</param>
    public static bool IsOver(int waiting, DateTimeOffset lastAt, TimeSpan calm, DateTimeOffset at) =>
        waiting == 0 || at - lastAt >= Quiet || (waiting <= Few && at - lastAt >= calm);

    public void End(DateTimeOffset at) => EndedAt = at;
}
