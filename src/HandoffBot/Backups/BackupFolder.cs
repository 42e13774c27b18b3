using System.Text.RegularExpressions;
using HandoffBot.Persistence;
using Microsoft.Extensions.Options;

namespace HandoffBot.Backups;

/// <summary>The folder of the backups the bot makes by itself. The names remember when; whatever is called otherwise is left alone.</summary>
internal sealed partial class BackupFolder(IOptions<BackupOptions> options, DatabaseFile database, MakeBackup make)
{
    private const string Nightly = "'handoff-'yyyyMMdd-HHmmss";

    /// <summary>Where they are put; null: none are wanted.</summary>
    public string? Place { get; } =
        options.Value.Folder is { Length: > 0 } folder
            ? Path.GetFullPath(folder, Path.GetDirectoryName(database.Path) ?? Environment.CurrentDirectory)
            : null;

    /// <summary>What must be installed before any can be made.</summary>
    public string? Lacks => make.Lacks;

    /// <summary>What makes them is installed.</summary>
    public bool IsPossible => Lacks is null;

    /// <summary>When the newest nightly one was made, by the clock on the wall; null: there is none.</summary>
    public DateTime? Newest => Nights().Select(n => (DateTime?)n.At).Max();

    /// <summary>Whether the last night that has come has one.</summary>
    /// <param name="now">As the clock on the wall shows it.</param>
    public bool IsUpToDate(DateTime now)
    {
        var tonight = now.Date + options.Value.At.ToTimeSpan();
        var due = tonight <= now ? tonight : tonight.AddDays(-1);
        // One from the future was made under a wrong clock.
        return Nights().Any(n => n.At >= due && n.At <= now);
    }

    public Task<BackupOutcome> MakeNightlyAsync(DateTime now, CancellationToken cancellationToken) =>
        MakeAsync(now.ToString(Nightly, CultureInfo.InvariantCulture), mayReplace: false, cancellationToken);

    /// <summary>
    /// Named by what would change the database, so that a migration that fails at every start makes one file and not a thousand.
    /// </summary>
    public Task<BackupOutcome> MakeBeforeAsync(string migration, CancellationToken cancellationToken) =>
        MakeAsync($"handoff-before-{migration}", mayReplace: true, cancellationToken);

    /// <summary>Deletes the oldest beyond those that are kept.</summary>
    public void Prune()
    {
        foreach (var (file, _) in Nights().OrderByDescending(n => n.At).Skip(options.Value.Keep))
        {
            File.Delete(file);
        }
    }

    private async Task<BackupOutcome> MakeAsync(string name, bool mayReplace, CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(Place!);
            foreach (var unfinished in Files().Where(f => UnfinishedName().IsMatch(Path.GetFileName(f))))
            {
                File.Delete(unfinished);
            }
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            return new BackupOutcome.Failed(ex.Message);
        }

        var file = Path.Combine(Place!, name + make.Extension);
        return await make.HandleAsync(file, mayReplace, cancellationToken);
    }

    private IEnumerable<(string File, DateTime At)> Nights() =>
        from file in Files()
        where Path.GetExtension(file) == make.Extension
        let at = TimeOf(Path.GetFileNameWithoutExtension(file))
        where at is not null
        select (file, at.Value);

    private string[] Files() =>
        Directory.Exists(Place)
            ? Directory.GetFiles(Place, "handoff-*", new EnumerationOptions { IgnoreInaccessible = true })
            : [];

    private static DateTime? TimeOf(string name) =>
        DateTime.TryParseExact(name, Nightly, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? at
            : null;

    [GeneratedRegex(@"^handoff-(\d{8}-\d{6}|before-\w+)\.(db|dump)\.tmp(-journal)?$")]
    private static partial Regex UnfinishedName();
}
