using System.IO.Compression;
using System.Xml;

namespace HandoffBot.Features.Intake.Lists.Files;

/// <summary>The parts of a packed file, unpacked as they are read and bounded together.</summary>
internal sealed class Unpacking(ZipArchive archive)
{
    /// <summary>Of all parts together: 384 MiB. A spreadsheet of 20 MB takes about 200.</summary>
    private const long Most = 384L << 20;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = false,
        CloseInput = true,
    };

    private long unpacked;

    /// <exception cref="UnreadableListException">It is no spreadsheet: that part is missing.</exception>
    public XmlReader Open(string part) => TryOpen(part) ?? throw new UnreadableListException(ListProblem.NoTable);

    public XmlReader? TryOpen(string part)
    {
        try
        {
            if (archive.GetEntry(part) is not { } entry)
            {
                return null;
            }

            var settings = Settings.Clone();
            settings.NameTable = new NamesWithin();
            return XmlReader.Create(new UnpackedStream(entry.Open(), n => (unpacked += n) <= Most), settings);
        }
        catch (Exception ex) when (ex is InvalidDataException or XmlException or NotSupportedException)
        {
            throw new UnreadableListException(ListProblem.Damaged);
        }
    }
}
