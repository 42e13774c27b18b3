using HandoffBot.Chat;
using HandoffBot.Domain.Intake;
using HandoffBot.Resources;

namespace HandoffBot.Features.Reminders;

/// <summary>The lines of the list at the beginning of a shift.</summary>
internal static class MorningText
{
    private const int CallsShown = 4;
    private const int NumbersShown = 6;
    private const int NameLength = 24;
    private const int PromotionLength = 80;

    public static IEnumerable<Line?> Of(MorningLeads.Owned mine, Wording words, DateTimeOffset now) =>
        [
            Numbers("Reminders.MorningUncalled", mine.Uncalled, words),
            Calls("Reminders.MorningOverdue", mine.Overdue, words, now),
            Calls("Reminders.MorningCalls", mine.Calls, words, now),
            Numbers("Reminders.MorningOwed", mine.Owed, words),
        ];

    public static Line Of(string promotion, Wording words) =>
        words.Say(
            "Reminders.MorningPromotion",
            OutsideText.Isolate(OutsideText.Cut(promotion.Trim().Split('\n')[0], PromotionLength))
        );

    private static Line? Numbers(string key, IReadOnlyList<WaitingLead> leads, Wording words) =>
        leads.Count == 0
            ? null
            : (Line)
                words.Say(
                    key,
                    WithRest(leads.Take(NumbersShown).Select(l => l.Id.ToString()), leads.Count - NumbersShown, words)
                );

    private static Line? Calls(string key, IReadOnlyList<WaitingLead> calls, Wording words, DateTimeOffset now)
    {
        var shown = calls.Take(CallsShown).Select(c => $"{words.Time(c.Lead.CallBackAt!.Value, now)} {WhoOf(c)}");
        return calls.Count == 0 ? null : (Line)words.Say(key, WithRest(shown, calls.Count - CallsShown, words));
    }

    private static string WhoOf(WaitingLead lead) =>
        lead.Lead.Contact.Name is { Length: > 0 } name
            ? $"{OutsideText.Isolate(OutsideText.Cut(name, NameLength))} ({lead.Id})"
            : lead.Id.ToString();

    private static string WithRest(IEnumerable<string> shown, int rest, Wording words) =>
        string.Join(", ", rest > 0 ? [.. shown, words.Say("Reminders.MorningMore", rest)] : shown);
}
