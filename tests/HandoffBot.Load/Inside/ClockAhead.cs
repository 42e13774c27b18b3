namespace HandoffBot.Load.Inside;

/// <summary>The machine's clock, so much ahead.</summary>
internal sealed class ClockAhead(TimeSpan ahead) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
}
