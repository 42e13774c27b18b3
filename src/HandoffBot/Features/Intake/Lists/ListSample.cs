using HandoffBot.Domain.Intake;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Features.Intake.Lists.Files;

namespace HandoffBot.Features.Intake.Lists;

/// <summary>The first rows of a list as they would come in, masked as on a card: they stand in no table, only in the copy.</summary>
internal sealed class ListSample(ListCopies copies, TimeProvider clock)
{
    private const int Rows = 2;
    private const int Length = 40;

    /// <summary>None where the copy is gone.</summary>
    public IReadOnlyList<string> Of(LeadList list, SalesTeam team)
    {
        try
        {
            using var survey = ListSurvey.Open(copies.PathOf(list), team.Locale.Country);
            return
            [
                .. survey
                    .Rows("", team.Locale.Country, clock.GetUtcNow(), int.MaxValue)
                    .Select(r => r.Asked)
                    .OfType<NewInquiry>()
                    .Take(Rows)
                    .Select(Line),
            ];
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException or UnreadableListException)
        {
            return [];
        }
    }

    private static string Line(NewInquiry asked)
    {
        var reach =
            asked.Phone.E164 is { } phone ? ContactMask.Phone(phone)
            : asked.Email is { } email ? ContactMask.Email(email)
            : null;
        var parts = new[]
        {
            asked.Name is { } name ? ContactMask.Name(name) : null,
            reach,
            Masked(asked.Product),
            Masked(asked.City),
        };
        return string.Join(
            " \u00B7 ",
            parts.OfType<string>().Select(p => OutsideText.Isolate(OutsideText.Cut(p, Length)))
        );
    }

    private static string? Masked(string? text) => text is null ? null : ContactMask.Text(text);
}
