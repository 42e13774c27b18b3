using HandoffBot.Chat;
using HandoffBot.Domain.Intake;
using HandoffBot.Domain.Leads;
using HandoffBot.Resources;

namespace HandoffBot.Features.Feedback;

/// <summary>The bad leads of an hour: how many, of which campaign, why and which.</summary>
internal static class BadLeadsText
{
    private const int CampaignsTold = 6;
    private const int LeadsTold = 3;
    private const int LongestName = 40;
    private const int LongestWords = 60;

    /// <returns>Eight lines at most; null when no bad lead is left.</returns>
    public static ChatMessage? Of(BadLeadsWindow window, IReadOnlyList<JudgedLead> leads, Wording words)
    {
        var bad = leads.Count(l => l.Reason is not null);
        if (bad == 0)
        {
            return null;
        }

        var campaigns = leads
            .GroupBy(l => l.Campaign)
            .Select(c => (c.Key, Bad: c.Count(l => l.Reason is not null), Leads: c.ToList()))
            .Where(c => c.Bad > 0)
            .OrderByDescending(c => c.Bad)
            .ThenBy(c => c.Key is null)
            .ThenBy(c => c.Key, StringComparer.Ordinal)
            .ToList();
        var told = campaigns.Take(CampaignsTold).Select(c => (Line)Campaign(c.Key, c.Leads, words));
        var rest = campaigns.Skip(CampaignsTold).Sum(c => c.Bad);
        return new ChatMessage
        {
            Lines = [Line.Bold(Headline(window, bad, leads.Count, words)), .. told, .. Rest(rest, words)],
            Silent = true,
        };
    }

    private static string Headline(BadLeadsWindow window, int bad, int all, Wording words) =>
        window.IsOneHour
            ? words.Say("Feedback.BadHour", bad, all)
            : words.Say("Feedback.BadSpan", bad, all, window.To - window.From);

    private static string Campaign(string? name, List<JudgedLead> leads, Wording words)
    {
        var reasons = leads
            .Where(l => l.Reason is not null)
            .GroupBy(l => l.Reason!.Value)
            .OrderByDescending(r => r.Count())
            .ThenBy(r => r.Key)
            .Select((r, i) => Reason(r.Key, [.. r], i == 0 ? leads.Count : null, words));
        var shown = name is null ? words["Feedback.NoCampaign"] : words.Quoted(ContactMask.ForGroup(name, LongestName));
        return words.Say("Feedback.BadCampaign", shown, string.Join(", ", reasons));
    }

    private static string Reason(RejectReason reason, List<JudgedLead> leads, int? all, Wording words)
    {
        var name = words[$"Feedback.Reason{reason}"];
        var ids = leads.Take(LeadsTold).Select(l => Told(l, words));
        var more = leads.Count - LeadsTold;
        var listed = string.Join(", ", more > 0 ? ids.Append(words.Say("Feedback.More", more)) : ids);
        return all is { } total
            ? words.Say("Feedback.BadReasonOf", name, leads.Count, total, listed)
            : words.Say("Feedback.BadReason", name, leads.Count, listed);
    }

    private static string Told(JudgedLead lead, Wording words) =>
        lead.Words is null
            ? lead.Id.ToString()
            : $"{lead.Id} {words.Quoted(ContactMask.ForGroup(lead.Words, LongestWords))}";

    private static IEnumerable<Line> Rest(int count, Wording words) =>
        count > 0 ? [words.Say("Feedback.BadRest", count)] : [];
}
