using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HandoffBot.Backups;

/// <summary>Whether the last backup could be made.</summary>
internal sealed class BackupHealth(NightlyBackup nightly, BackupFolder folder) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    ) =>
        Task.FromResult(
            nightly.Trouble is { } trouble
                ? HealthCheckResult.Degraded(
                    $"The last backup could not be made: {trouble}. Look at {folder.Place} and at Backup:Folder."
                )
                : HealthCheckResult.Healthy(Words)
        );

    private string Words =>
        folder.Place is null ? "Backups are switched off."
        : folder.Lacks is { } lacks ? $"The bot makes no backups: {lacks}"
        : $"Backups go to {folder.Place}.";
}
