using System.Xml;

namespace HandoffBot.Features.Intake.Lists.Files;

/// <summary>The texts that cells of a spreadsheet point to, read as far as they are asked for.</summary>
internal sealed class SharedTexts(XmlReader? part) : IDisposable
{
    /// <summary>Of all texts together, in letters.</summary>
    private const long Most = 32L << 20;

    private readonly List<string> known = [];
    private long length;

    /// <summary>Null: there is none of that number.</summary>
    public string? At(int number)
    {
        while (known.Count <= number && ReadOn()) { }

        return number >= 0 && number < known.Count ? known[number] : null;
    }

    public void Dispose() => part?.Dispose();

    private bool ReadOn()
    {
        while (part is not null && part.Step())
        {
            if (part is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                var text = part.Text();
                // A list entry costs memory even where it is empty.
                length += text.Length + 16;
                known.Add(length <= Most ? text : throw new UnreadableListException(ListProblem.Inflated));
                return true;
            }
        }

        return false;
    }
}
