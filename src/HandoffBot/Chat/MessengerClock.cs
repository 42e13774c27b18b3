namespace HandoffBot.Chat;

/// <summary>How far the machine's clock is from the messenger's, as its newest answer told.</summary>
/// <param name="machine">The clock of the machine, also where the bot lives by another one.</param>
internal sealed class MessengerClock(TimeProvider machine)
{
    private long ticks = long.MinValue;

    /// <summary>Positive: the messenger's is ahead. Null before its first answer.</summary>
    public TimeSpan? Difference => Volatile.Read(ref ticks) is not long.MinValue and var told ? new(told) : null;

    public void Told(DateTimeOffset at) => Volatile.Write(ref ticks, (at - machine.GetUtcNow()).Ticks);
}
