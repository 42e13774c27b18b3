namespace HandoffBot.Checkup;

/// <summary>How many bytes may still be written in a folder; null where that cannot be told.</summary>
internal sealed class FreeSpace(Func<string, long?> ask)
{
    public long? In(string folder) => ask(folder);

    /// <summary>As the disk tells; a folder yet to be made lies where its nearest one does.</summary>
    public static long? OnDisk(string folder)
    {
        try
        {
            var there = new DirectoryInfo(folder);
            while (there is { Exists: false, Parent: { } parent })
            {
                there = parent;
            }

            return new DriveInfo(OperatingSystem.IsWindows() ? there.Root.FullName : there.FullName).AvailableFreeSpace;
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
