using HandoffBot.Domain.Intake;

namespace HandoffBot.Features.Intake;

/// <summary>
/// Reads a lead out of one pasted text: lines in any order, with labels or without. What cannot be told apart becomes the
/// message, so nothing that was pasted is lost.
/// </summary>
internal static class PastedLead
{
    public const int MaxText = 4096;

    public static PastedFields Read(string? text, string country, CityNames cities)
    {
        var reading = new PastedReading(country, cities);
        var isLabelled = false;
        var lines = OutsideText.Lines(text, MaxText);
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var (field, label, value) in PastedLabels.Split(line))
            {
                reading.Take(field, label, value);
                isLabelled |= field is not null;
            }
        }

        return PastedCity.In(reading.Fields(), isLabelled ? null : lines, cities, IsContact);

        bool IsContact(string part)
        {
            var alone = new PastedReading(country, cities);
            alone.Take(null, "", part);
            return alone.Fields().HasContact;
        }
    }
}
