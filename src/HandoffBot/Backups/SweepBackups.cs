using HandoffBot.Ticks;

namespace HandoffBot.Backups;

/// <summary>Looks whether the night's backup is there.</summary>
internal sealed class SweepBackups(NightlyBackup nightly) : ISweep
{
    public Task SweepAsync(CancellationToken cancellationToken) => nightly.MakeIfDueAsync(cancellationToken);
}
