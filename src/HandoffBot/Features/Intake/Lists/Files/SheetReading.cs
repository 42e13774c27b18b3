using System.Text;
using System.Xml;

namespace HandoffBot.Features.Intake.Lists.Files;

/// <summary>What the parts of a spreadsheet are read with.</summary>
internal static class SheetReading
{
    private const int Deepest = 64;

    /// <summary>The next element or end of one; false at the end.</summary>
    /// <exception cref="UnreadableListException">The part is damaged, or a trap.</exception>
    public static bool Step(this XmlReader xml)
    {
        try
        {
            if (xml.Depth > Deepest)
            {
                throw new UnreadableListException(ListProblem.Inflated);
            }

            return xml.Read();
        }
        catch (Exception ex) when (ex is XmlException or InvalidDataException)
        {
            // Its words may quote what stands there.
            throw new UnreadableListException(ListProblem.Damaged);
        }
    }

    /// <summary>All text within the element it stands at, without what only helps to pronounce it; it stands at its end then.</summary>
    public static string Text(this XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var (text, depth, skipped) = (new StringBuilder(), xml.Depth, 0);
        while (xml.Step() && xml.Depth > depth)
        {
            var isHint = xml.LocalName == "rPh";
            skipped +=
                !isHint || xml.IsEmptyElement ? 0
                : xml.NodeType is XmlNodeType.Element ? 1
                : -1;
            var isText = xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA;
            if (
                (isText || xml.NodeType is XmlNodeType.Whitespace)
                && skipped == 0
                && text.Length < ListLine.LongestCell
            )
            {
                text.Append(xml.Value);
            }
        }

        return text.Length <= ListLine.LongestCell ? text.ToString() : text.ToString(0, ListLine.LongestCell);
    }
}
