namespace HandoffBot.Outbox;

/// <summary>How long nobody looks again: every commit rings, and looking must not take the time of the rest.</summary>
internal sealed class LookRest
{
    /// <summary>A look that took less is repeated as soon as the bell rings.</summary>
    private static readonly TimeSpan Quick = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(500);

    /// <summary>So many times as long as a look took.</summary>
    private const int Factor = 4;

    private TimeSpan last;

    /// <summary>One slow look among quick ones, such as the first, says nothing: the quicker one of the last two counts.</summary>
    public TimeSpan After(TimeSpan look)
    {
        var usual = look < last ? look : last;
        last = look;
        var rest = usual > Quick ? usual * Factor : TimeSpan.Zero;
        return rest < Longest ? rest : Longest;
    }
}
