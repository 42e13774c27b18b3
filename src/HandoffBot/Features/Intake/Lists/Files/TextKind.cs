using System.Text;

namespace HandoffBot.Features.Intake.Lists.Files;

/// <summary>Finds out in which encoding a text is written: by its mark, else by what is valid.</summary>
internal static class TextKind
{
    private const int Block = 64 * 1024;

    /// <summary>One letter in eight of a list is a digit, a separator or a space at least.</summary>
    private const int Seldom = 16;

    /// <summary>What a text without a mark may be that is no UTF-8: of Windows, of DOS, of old Unix.</summary>
    public static IReadOnlyList<Encoding> OneByte { get; } =
    [.. new[] { 1251, 866, 20866 }.Select(page => CodePagesEncodingProvider.Instance.GetEncoding(page)!)];

    /// <summary>Null: one byte a letter, of an alphabet that its words must tell.</summary>
    /// <exception cref="UnreadableListException">It is no text.</exception>
    public static Encoding? Of(Stream file)
    {
        var head = new byte[Block];
        var read = file.ReadAtLeast(head, Block, throwOnEndOfStream: false);
        var start = head.AsSpan(0, read);
        var marked = Marked(start) ?? Wide(start);
        if (marked is null && HasControls(start))
        {
            throw new UnreadableListException(ListProblem.NoTable);
        }

        file.Position = 0;
        return marked ?? (IsUtf8(file) ? new UTF8Encoding(false) : null);
    }

    private static Encoding? Marked(ReadOnlySpan<byte> start) =>
        start switch
        {
            [0xEF, 0xBB, 0xBF, ..] => new UTF8Encoding(true),
            [0xFF, 0xFE, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
            _ => null,
        };

    /// <summary>UTF-16 without a mark: separators and digits have a zero on one side, always the same.</summary>
    private static Encoding? Wide(ReadOnlySpan<byte> start)
    {
        var (even, odd) = (0, 0);
        for (var i = 0; i < start.Length; i++)
        {
            (even, odd) =
                start[i] != 0 ? (even, odd)
                : i % 2 == 0 ? (even + 1, odd)
                : (even, odd + 1);
        }

        return (even, odd) switch
        {
            (0, var zeros) when zeros * Seldom > start.Length => Encoding.Unicode,
            (var zeros, 0) when zeros * Seldom > start.Length => Encoding.BigEndianUnicode,
            _ => null,
        };
    }

    private static bool HasControls(ReadOnlySpan<byte> start)
    {
        foreach (var letter in start)
        {
            if (letter < 0x20 && letter is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0B or 0x0C or 0x1A))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsUtf8(Stream file)
    {
        var decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
        var (bytes, letters) = (new byte[Block], new char[Block + 4]);
        try
        {
            for (int read; (read = file.Read(bytes)) > 0; )
            {
                decoder.GetChars(bytes, 0, read, letters, 0, flush: false);
            }

            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
        finally
        {
            file.Position = 0;
        }
    }
}
