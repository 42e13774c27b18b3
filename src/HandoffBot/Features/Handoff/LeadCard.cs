using HandoffBot.Chat;
using HandoffBot.Domain.Intake;
using HandoffBot.Domain.Leads;
using HandoffBot.Features.Handoff.Merging;
using HandoffBot.Forgetting;

namespace HandoffBot.Features.Handoff;

/// <summary>The card in the sales chat: what is asked, with the contact hidden, and who has it.</summary>
internal static class LeadCard
{
    private const int QuoteLength = 120;
    private const int SubjectLength = 40;

    public static ChatMessage Of(LeadSheet sheet, LeadMenu menu, DateTimeOffset now)
    {
        if (sheet.Contact.IsForgotten)
        {
            return ForgottenText.Of(sheet.Lead.Id, sheet.Words);
        }

        var lead = sheet.Lead;
        return lead.Status switch
        {
            LeadStatus.New => Waiting(sheet, now) with { Keyboard = LeadKeyboards.Waiting(sheet, menu) },
            LeadStatus.Claimed or LeadStatus.Qualified => Owned(sheet) with
            {
                Keyboard = LeadKeyboards.OwnedCard(sheet, menu, now),
            },
            _ => Closed(sheet),
        };
    }

    /// <summary>Number and subject, fit for a group: <c>L-1042 · PVC windows · Kazan</c>.</summary>
    public static string Title(LeadSheet sheet)
    {
        var parts = new[] { sheet.Lead.Product, sheet.Lead.City }
            .Where(p => !string.IsNullOrWhiteSpace(p))
            .Select(p => ContactMask.ForGroup(p!, SubjectLength))
            .DefaultIfEmpty(OutsideText.Isolate(sheet.Source));
        var test = sheet.Lead.IsTest ? [sheet.Words["Handoff.Test"]] : Array.Empty<string>();
        return string.Join(" · ", [sheet.Lead.Id.ToString(), .. test, .. parts]);
    }

    /// <summary>How it ended, for one line: <c>Sold for €1,200</c>, <c>Outside our area</c>.</summary>
    public static string Ending(LeadSheet sheet)
    {
        var (lead, words) = (sheet.Lead, sheet.Words);
        return lead.Status switch
        {
            LeadStatus.Won when lead.AmountMinor is { } amount => words.Say("Handoff.WonFor", words.Money(amount)),
            LeadStatus.Won => words["Handoff.Won"],
            LeadStatus.Lost => words.Say("Handoff.Lost", words[$"Handoff.Lost{lead.Reason}"]),
            LeadStatus.Rejected => words[$"Handoff.Reject{lead.Reason}"],
            LeadStatus.Merged => words.Say("Handoff.MergedInto", lead.MergedInto?.ToString()),
            LeadStatus.New => words[lead.Cycle == 0 ? "Handoff.Waits" : "Handoff.BackInQueue"],
            _ => words.Say("Handoff.TakenBy", sheet.OwnerName),
        };
    }

    /// <summary>Until when it should be taken; past that, since when it waits.</summary>
    public static string TakeBy(LeadSheet sheet, DateTimeOffset now)
    {
        var (lead, words) = (sheet.Lead, sheet.Words);
        // While nobody is there in working time the clock stands: a time would be untrue by the time somebody comes.
        var stands = sheet.Team.UnattendedSince is not null && sheet.Team.Rhythm.Hours.IsOpen(now);
        return lead.ClaimDueAt > now && !stands
            ? words.Say("Handoff.TakeBy", words.Time(lead.ClaimDueAt, now))
            : words.Say("Handoff.WaitsSince", words.Since(lead.WaitingSince, now));
    }

    private static ChatMessage Waiting(LeadSheet sheet, DateTimeOffset now)
    {
        var words = sheet.Words;
        var message = sheet.Message is { Length: > 0 } text
            ? words.Quoted(ContactMask.ForGroup(text, QuoteLength))
            : null;
        return ChatMessage.Of(
            Line.Bold(sheet.Lead.Priority is LeadPriority.High ? $"🔥❗ {Title(sheet)}" : $"🔥 {Title(sheet)}"),
            Again(sheet),
            MergeText.Like(sheet),
            MergeText.Former(sheet),
            HiddenContact.Of(sheet.Contact, sheet.Team.Masking, words),
            message,
            Origin(sheet),
            sheet.Lead is { SnoozedFor: { } reason, DeferredUntil: { } until } lead && lead.RestsAt(now)
                    ? words.Say("Handoff.SnoozedUntil", words.Time(until, now), words[$"Handoff.Snoozed{reason}"])
                : sheet.Lead.KeptFor(now) is null ? TakeBy(sheet, now)
                : words.Say("Handoff.KeptUntil", sheet.OfferedName, words.Time(sheet.Lead.OfferedUntil!.Value, now))
        );
    }

    private static ChatMessage Owned(LeadSheet sheet)
    {
        var (lead, words) = (sheet.Lead, sheet.Words);
        var waited = lead.ClaimedAt!.Value - lead.WaitingSince;
        var taken =
            waited > TimeSpan.Zero
                ? words.Say("Handoff.TakenByIn", sheet.OwnerName, words.Duration(waited))
                : words.Say("Handoff.TakenBy", sheet.OwnerName);
        var qualified = lead.Status is LeadStatus.Qualified ? words["Handoff.IsQualified"] : null;
        return ChatMessage.Of(Line.Bold($"✅ {Title(sheet)}"), Again(sheet), MergeText.Like(sheet), taken, qualified);
    }

    private static ChatMessage Closed(LeadSheet sheet)
    {
        var sign = sheet.Lead.Status switch
        {
            LeadStatus.Won => "🏆",
            LeadStatus.Lost or LeadStatus.Merged => "⚪",
            _ => "⛔",
        };
        var ending = Ending(sheet);
        var by = sheet.ActorName is null
            ? ending
            : sheet.Words.Say($"Handoff.ClosedBy{sheet.Lead.Status}", ending, sheet.ActorName);
        return ChatMessage.Of(Line.Bold($"{sign} {Title(sheet)}"), by);
    }

    private static Line? Again(LeadSheet sheet) =>
        sheet.Inquiries > 1 ? sheet.Words.Say("Handoff.Again", sheet.Inquiries) : null;

    /// <summary>Campaign and source; not the source where the title has it for want of a subject.</summary>
    private static Line? Origin(LeadSheet sheet)
    {
        var campaign = sheet.Campaign is { } name ? ContactMask.ForGroup(name, SubjectLength) : null;
        var source = HasSubject(sheet.Lead) ? sheet.Source : null;
        var parts = new[] { campaign, source }.OfType<string>().ToList();
        return parts.Count == 0 ? null : (Line)string.Join(" · ", parts);
    }

    private static bool HasSubject(Lead lead) =>
        !string.IsNullOrWhiteSpace(lead.Product) || !string.IsNullOrWhiteSpace(lead.City);
}
