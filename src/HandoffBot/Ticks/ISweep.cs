namespace HandoffBot.Ticks;

/// <summary>Looks through rows that are due, every few seconds. The rows remember, not the scheduler.</summary>
internal interface ISweep
{
    Task SweepAsync(CancellationToken cancellationToken);
}
