using HandoffBot.Observability;

namespace HandoffBot.Ticks;

/// <summary>A sweep that fails at every tick says so once a minute; each tick is a job of its own, so this is kept for all of them.</summary>
internal sealed class SweepTroubles(TimeProvider clock)
{
    private readonly Seldom failed = new(clock);

    public bool IsTime(Type sweep, Exception failure) =>
        failed.IsTime($"{sweep.Name}: {failure.GetBaseException().GetType().Name}");
}
