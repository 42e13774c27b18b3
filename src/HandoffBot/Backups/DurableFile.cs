namespace HandoffBot.Backups;

/// <summary>Files that have their name only once they are whole and on the disk.</summary>
internal static class DurableFile
{
    /// <summary>How the name of one ends that is not whole yet.</summary>
    public const string Unfinished = ".tmp";

    public static async Task CopyAsync(string from, string to, CancellationToken cancellationToken)
    {
        var unfinished = to + Unfinished;
        try
        {
            await using (var source = File.OpenRead(from))
            await using (var target = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                KeepPrivate(unfinished);
                await source.CopyToAsync(target, cancellationToken);
            }

            Publish(unfinished, to, mayReplace: true);
        }
        finally
        {
            Forget(unfinished);
        }
    }

    /// <summary>Gives a file its name, with its words on the disk before that.</summary>
    public static void Publish(string unfinished, string file, bool mayReplace)
    {
        KeepPrivate(unfinished);
        using (var written = new FileStream(unfinished, FileMode.Open, FileAccess.ReadWrite))
        {
            written.Flush(flushToDisk: true);
        }

        File.Move(unfinished, file, mayReplace);
    }

    /// <summary>Removes it if it is there, also where its folder is not.</summary>
    public static void Forget(string file)
    {
        if (File.Exists(file))
        {
            File.Delete(file);
        }
    }

    /// <summary>It holds contacts of people.</summary>
    private static void KeepPrivate(string file)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }
}
