namespace HandoffBot.Forgetting;

/// <summary>
/// The list of who was forgotten, in a file: it outlives the database, and a restore forgets by it again. One mark a line: when, the
/// name of the key, the mark.
/// </summary>
internal static class ForgottenLog
{
    private const string Time = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>Adds the marks and brings them to the disk. An empty list is written down too: it says that nobody was forgotten.</summary>
    /// <exception cref="IOException">It cannot be written; so does <see cref="UnauthorizedAccessException"/>.</exception>
    public static void Append(string file, string keyName, IEnumerable<ForgottenMark> marks)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        // The line break first: a line that was cut off by a kill stands alone.
        var lines = marks.Select(m => $"\n{m.At.ToString(Time, CultureInfo.InvariantCulture)} {keyName} {m.Hmac}");
        PrivateFile.Append(file, string.Concat(lines));
    }

    /// <summary>Null when there is no such file. What was cut off is left out: it was never acted upon.</summary>
    public static IReadOnlyList<Line>? Read(string file) =>
        File.Exists(file) ? [.. File.ReadLines(file).Select(Of).OfType<Line>()] : null;

    private static Line? Of(string text)
    {
        const DateTimeStyles Universal = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        var parts = text.Split(' ');
        return
            parts is [var time, var key, { Length: 64 } hmac]
            && DateTimeOffset.TryParseExact(time, Time, CultureInfo.InvariantCulture, Universal, out var at)
            ? new Line(key, new ForgottenMark { Hmac = hmac, At = at })
            : null;
    }

    internal sealed record Line(string KeyName, ForgottenMark Mark);
}
