namespace HandoffBot.Features.Intake.Lists.Files;

/// <summary>A file that somebody sent, as rows of cells, read as a stream and as often as is wanted.</summary>
/// <param name="Written">How it is written: <c>XLSX</c>, or the name of its encoding.</param>
internal sealed record ListFile(string Written, FileStream Stream, Func<IEnumerable<ListLine>> Read) : IDisposable
{
    /// <summary>By what a file begins, whatever it is called.</summary>
    private static readonly byte[] Packed = [0x50, 0x4B, 0x03, 0x04];
    private static readonly byte[] OldOffice = [0xD0, 0xCF, 0x11, 0xE0];
    private static readonly byte[][] Pictures =
    [
        [0xFF, 0xD8, 0xFF],
        [0x89, 0x50, 0x4E, 0x47],
        [0x47, 0x49, 0x46, 0x38],
        [0x25, 0x50, 0x44, 0x46],
    ];

    /// <exception cref="UnreadableListException">It is no table, or none that can be read.</exception>
    public static ListFile Open(string path)
    {
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        try
        {
            return Of(stream);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    public void Dispose() => Stream.Dispose();

    private static ListFile Of(FileStream stream)
    {
        var head = new byte[4];
        var start = head.AsSpan(0, stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)).ToArray();
        stream.Position = 0;
        var problem =
            start.Length == 0 ? ListProblem.Empty
            : Begins(OldOffice) ? ListProblem.OldFormat
            : Pictures.Any(Begins) ? ListProblem.NoTable
            : (ListProblem?)null;
        if (problem is { } why)
        {
            throw new UnreadableListException(why);
        }

        return Begins(Packed) ? Workbook.Open(stream) : TextListFile.Open(stream);

        bool Begins(byte[] mark) => start.AsSpan().StartsWith(mark);
    }
}
