using System.Text;

namespace HandoffBot.Forgetting;

/// <summary>Files that only the bot's user reads.</summary>
internal static class PrivateFile
{
    /// <summary>Adds to the end, on the disk before this returns; made when absent.</summary>
    public static void Append(string file, string text)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.ReadWrite,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var stream = new FileStream(file, options);
        stream.Seek(0, SeekOrigin.End);
        stream.Write(Encoding.UTF8.GetBytes(text));
        stream.Flush(flushToDisk: true);
    }
}
