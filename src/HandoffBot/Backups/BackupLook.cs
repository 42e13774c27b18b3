using HandoffBot.Leadership;

namespace HandoffBot.Backups;

/// <summary>Looks how it stands with the backups, for health and doctor alike.</summary>
internal sealed class BackupLook(BackupFolder folder, NightlyBackup nightly, Leader leader, TimeProvider clock)
{
    /// <summary>Where they go; null: none are wanted.</summary>
    public string? Place => folder.Place;

    /// <summary>What must be installed before any can be made.</summary>
    public string? Lacks => folder.Lacks;

    /// <summary>Why the last one could not be made.</summary>
    public string? Trouble => nightly.Trouble;

    /// <summary>When the newest was made, by the clock on the wall.</summary>
    public string? Newest => folder.Newest?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    public BackupStanding Now() =>
        Place is null ? BackupStanding.Off
        : Lacks is not null ? (IsLate ? BackupStanding.Impossible : BackupStanding.Well)
        : !leader.IsHeld ? BackupStanding.Elsewhere
        : Trouble is not null ? BackupStanding.Failed
        : nightly.IsRunning || !IsLate ? BackupStanding.Well
        : Newest is null ? BackupStanding.None
        : BackupStanding.Late;

    /// <summary>What somebody else put into the folder counts as well.</summary>
    private bool IsLate => folder.IsLate(clock.GetLocalNow().DateTime);
}
