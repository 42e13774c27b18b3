using HandoffBot.Settings;
using Microsoft.Extensions.Options;

namespace HandoffBot.Forgetting;

/// <summary>How people are forgotten, and what is needed to forget them again after a restore.</summary>
internal sealed class ForgettingOptions
{
    public const string Section = "Forgetting";

    /// <summary>
    /// The file of the key that forgotten people are recognised by, made at first need; several processes on one database need the same
    /// one. Relative to the folder of the SQLite file, on PostgreSQL to the one the bot is started in. Empty: the database's name with
    /// <c>.key</c> behind it, on PostgreSQL <c>handoff.key</c>.
    /// </summary>
    public string KeyFile { get; init; } = "";

    /// <summary>
    /// The list of who was forgotten, relative as the key. Empty: <c>forgotten.log</c> in <c>Backup:Folder</c>, or beside the database
    /// where no backups are made.
    /// </summary>
    public string LogFile { get; init; } = "";

    /// <summary>
    /// Days after a lead's close until its contact is forgotten by itself, 0 to 3650; 0: never. Somebody with another lead that is open
    /// or was closed later is kept.
    /// </summary>
    [Between("Forgetting:AfterDays", 0, 3650)]
    public int AfterDays { get; init; }
}

[OptionsValidator]
internal sealed partial class ForgettingOptionsValidator : IValidateOptions<ForgettingOptions>;
