using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HandoffBot.Backups;

/// <summary>Whether backups are made, as they should be.</summary>
internal sealed class BackupHealth(BackupLook look) : IHealthCheck
{
    private const string ByHand = "Make one by hand (HandoffBot backup FILE), and start the bot anew if it makes none.";

    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    ) => Task.FromResult(Result());

    private HealthCheckResult Result() =>
        look.Now() switch
        {
            BackupStanding.Off => HealthCheckResult.Healthy("Backups are switched off."),
            BackupStanding.Elsewhere => HealthCheckResult.Healthy("The process that speaks makes the backups."),
            BackupStanding.Impossible => HealthCheckResult.Degraded(
                $"No backups are made: {look.Lacks} Or leave it to the server's own backups and set Backup:Folder to nothing."
            ),
            BackupStanding.Failed => HealthCheckResult.Degraded(
                $"The last backup could not be made: {look.Trouble}. Look at {look.Place} and at Backup:Folder."
            ),
            BackupStanding.None => HealthCheckResult.Degraded($"There is no backup in {look.Place}. {ByHand}"),
            BackupStanding.Late => HealthCheckResult.Degraded(
                $"The newest backup in {look.Place} is of {look.Newest}. {ByHand}"
            ),
            _ => HealthCheckResult.Healthy($"Backups go to {look.Place}."),
        };
}
