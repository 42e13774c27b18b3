using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Reminders;

namespace HandoffBot.Features.Handoff;

/// <summary>The reasons to choose from, two in a row.</summary>
internal static class ReasonButtons
{
    public static IEnumerable<IReadOnlyList<Button>> Bad(LeadSheet sheet) =>
        Enum.GetValues<RejectReason>()
            .Where(r => r is not RejectReason.NoAnswer || sheet.Lead.Attempts >= RetryPlan.Attempts)
            .Select(r => Of(sheet, $"Handoff.Reject{r}", LeadVerbs.Reject, (long)r))
            .Chunk(2);

    public static IEnumerable<IReadOnlyList<Button>> Lost(LeadSheet sheet) =>
        Enum.GetValues<LostReason>().Select(r => Of(sheet, $"Handoff.Lost{r}", LeadVerbs.Lose, (long)r)).Chunk(2);

    private static Button Of(LeadSheet sheet, string label, string verb, long reason) =>
        Button.Of(sheet.Words[label], verb, sheet.Lead.Id.Value, reason);
}
