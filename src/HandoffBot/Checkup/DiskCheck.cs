using HandoffBot.Backups;
using HandoffBot.Persistence;

namespace HandoffBot.Checkup;

/// <summary>Whether there is room where the database and its backups lie: 200 MB at least.</summary>
internal sealed class DiskCheck(DatabaseFile file, BackupFolder backups, FreeSpace free) : ICheck
{
    private const long Megabyte = 1_000_000;
    private const long Needed = 200 * Megabyte;

    public IEnumerable<Finding> Examine() =>
        new[] { Path.GetDirectoryName(file.Path), backups.Place }
            .OfType<string>()
            .Distinct()
            .Select(folder =>
                free.In(folder) switch
                {
                    null => Finding.Wrong("Doctor.DiskUntold", folder),
                    < Needed and var left => Finding.Wrong("Doctor.DiskFull", folder, left / Megabyte),
                    var left => Finding.Well("Doctor.DiskWell", folder, left / Megabyte),
                }
            );
}
