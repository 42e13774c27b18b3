using HandoffBot.Settings;
using Microsoft.Extensions.Options;

namespace HandoffBot.Backups;

/// <summary>The backups the bot makes by itself: every night, and before a migration.</summary>
internal sealed class BackupOptions
{
    public const string Section = "Backup";

    /// <summary>
    /// Where they are put, made when absent; relative to the folder of the SQLite file, on PostgreSQL to the one the bot is started in.
    /// Empty: none are made.
    /// </summary>
    public string Folder { get; init; } = "backups";

    /// <summary>How many nightly ones are kept, 1 to 365; the oldest go first.</summary>
    [Between("Backup:Keep", 1, 365)]
    public int Keep { get; init; } = 10;

    /// <summary>When, 00:00 to 23:59 in the zone of the machine (TZ); what was missed is made at the next start.</summary>
    public TimeOnly At { get; init; } = new(3, 0);
}

[OptionsValidator]
internal sealed partial class BackupOptionsValidator : IValidateOptions<BackupOptions>;
