using HandoffBot.Backups;
using HandoffBot.Persistence;
using Microsoft.Extensions.Options;

namespace HandoffBot.Forgetting;

/// <summary>Where the key and the list of the forgotten lie: never in the database, which a restore replaces.</summary>
internal sealed class ForgettingPlaces(
    IOptions<ForgettingOptions> options,
    DatabaseFile database,
    IOptions<BackupOptions> backups
)
{
    private const string Nameless = "handoff";
    private const string Log = "forgotten.log";

    private string Folder => Path.GetDirectoryName(database.Path) ?? Environment.CurrentDirectory;

    public string Key => Of(options.Value.KeyFile) ?? $"{database.Path ?? Of(Nameless)}.key";

    public string List =>
        Of(options.Value.LogFile)
        ?? (
            Of(backups.Value.Folder) is { } folder
                ? Path.Combine(folder, Log)
                : $"{database.Path ?? Of(Nameless)}.{Log}"
        );

    private string? Of(string path) => path.Length == 0 ? null : Path.GetFullPath(path, Folder);
}
