using System.ComponentModel;
using Microsoft.Data.Sqlite;

namespace HandoffBot.Backups;

/// <summary>Somebody, or the night, wants the database in a file. What has the name of a backup is whole.</summary>
internal sealed class MakeBackup(IDatabaseCopy copy)
{
    /// <summary>What must be installed before any can be made.</summary>
    public string? Lacks => copy.Lacks;

    /// <summary>How the name of one ends, with the dot.</summary>
    public string Extension => copy.Extension;

    public async Task<BackupOutcome> HandleAsync(string file, bool mayReplace, CancellationToken cancellationToken)
    {
        if (Lacks is { } lacks)
        {
            return new BackupOutcome.Failed(lacks);
        }

        if (Path.Exists(file) && !mayReplace)
        {
            return new BackupOutcome.NameTaken();
        }

        var unfinished = file + DurableFile.Unfinished;
        try
        {
            DurableFile.Forget(unfinished);
            if (await copy.WriteAsync(unfinished, cancellationToken) is { } wrong)
            {
                return new BackupOutcome.Failed(wrong);
            }

            DurableFile.Publish(unfinished, file, mayReplace);
            return new BackupOutcome.Made(file, new FileInfo(file).Length);
        }
        catch (Exception ex)
            when (ex is SqliteException or IOException or UnauthorizedAccessException or Win32Exception)
        {
            return new BackupOutcome.Failed(ex.Message);
        }
        finally
        {
            DurableFile.Forget(unfinished);
        }
    }
}
