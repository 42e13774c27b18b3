using HandoffBot.Domain.Intake;

namespace HandoffBot.Features.Intake;

/// <summary>
/// Reads a lead out of one pasted text: lines in any order, with labels or without. What cannot be told apart becomes the
/// message, so nothing that was pasted is lost.
/// </summary>
internal static class PastedLead
{
    public const int MaxText = 4096;

    public static PastedFields Read(string? text, string country)
    {
        var reading = new PastedReading(country);
        foreach (var line in OutsideText.Lines(text, MaxText).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var (field, label, value) in PastedLabels.Split(line))
            {
                reading.Take(field, label, value);
            }
        }

        return reading.Fields();
    }
}
