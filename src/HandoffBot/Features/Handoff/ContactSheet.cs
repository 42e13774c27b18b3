using HandoffBot.Chat;
using HandoffBot.Domain.Intake;
using HandoffBot.Domain.Leads;
using HandoffBot.Features.Handoff.Merging;
using HandoffBot.Forgetting;
using HandoffBot.Resources;

namespace HandoffBot.Features.Handoff;

/// <summary>The lead as its owner sees it in private: whom to call, and what to do next.</summary>
internal static class ContactSheet
{
    private const int MessageLength = 1500;
    private const int NoteLength = 200;
    private const int PopupNameLength = 50;

    public static ChatMessage Of(LeadSheet sheet, LeadMenu menu, DateTimeOffset now)
    {
        if (sheet.Contact.IsForgotten)
        {
            return ForgottenText.Of(sheet.Lead.Id, sheet.Words);
        }

        var lead = sheet.Lead;
        var lines = lead.Status switch
        {
            LeadStatus.New => Waiting(sheet, now),
            LeadStatus.Claimed or LeadStatus.Qualified => Open(sheet, now),
            _ => Over(sheet),
        };
        return lines with { Keyboard = LeadKeyboards.Sheet(sheet, menu, now) };
    }

    /// <summary>What is left for somebody who had the lead before: who has it now.</summary>
    public static ChatMessage OfAnother(LeadSheet sheet) =>
        sheet.Contact.IsForgotten
            ? ForgottenText.Of(sheet.Lead.Id, sheet.Words)
            : ChatMessage.Of(Line.Bold($"{LeadCard.Title(sheet)} · {LeadCard.Ending(sheet)}"));

    /// <summary>Name and number in one line, for a popup; a long name must not push the number out of it.</summary>
    public static string InOneLine(Contact contact)
    {
        var name = contact.Name is { } full ? OutsideText.Cut(full, PopupNameLength) : null;
        return string.Join(
            ", ",
            new[] { name, contact.Phone, contact.Email, contact.Messenger }.Where(p => !string.IsNullOrEmpty(p))
        );
    }

    public static IEnumerable<Line> Reach(LeadSheet sheet)
    {
        var contact = sheet.Contact;
        if (contact.Name is { Length: > 0 } name)
        {
            yield return OutsideText.Isolate(name);
        }

        if (contact.Phone is { } phone)
        {
            yield return contact.IsPhoneUnread ? sheet.Words.Say("Handoff.PhoneUnread", phone) : phone;
            if (contact.Extension is { } extension)
            {
                yield return sheet.Words.Say("Handoff.Extension", extension);
            }
        }

        if (contact.Email is { } email)
        {
            yield return email;
        }

        if (contact.Messenger is { } messenger)
        {
            yield return messenger;
        }
    }

    private static ChatMessage Open(LeadSheet sheet, DateTimeOffset now)
    {
        var words = sheet.Words;
        var message = sheet.Message is { Length: > 0 } text
            ? words.Quoted(OutsideText.Isolate(OutsideText.Cut(text, MessageLength)))
            : null;
        return ChatMessage.Of([
            Line.Bold(LeadCard.Title(sheet)),
            .. Reach(sheet),
            .. MergeText.Merged(sheet),
            MergeText.Like(sheet),
            message,
            sheet.Campaign is { } campaign ? (Line)OutsideText.Isolate(campaign) : null,
            MergeText.Former(sheet),
            .. Notes(sheet, words),
            Line.Bold(Next(sheet.Lead, words, now)),
        ]);
    }

    /// <summary>Whoever had it before has no business with the contact of a lead that waits again.</summary>
    private static ChatMessage Waiting(LeadSheet sheet, DateTimeOffset now)
    {
        var words = sheet.Words;
        var stands = sheet.Lead.Cycle > 0 ? $" · {words["Handoff.BackInQueue"]}" : "";
        return ChatMessage.Of(Line.Bold($"{LeadCard.Title(sheet)}{stands}"), LeadCard.TakeBy(sheet, now));
    }

    private static ChatMessage Over(LeadSheet sheet)
    {
        var ending = Line.Bold($"{LeadCard.Title(sheet)} · {LeadCard.Ending(sheet)}");
        return ChatMessage.Of([ending, .. Reach(sheet), .. MergeText.Merged(sheet), .. Notes(sheet, sheet.Words)]);
    }

    private static IEnumerable<Line?> Notes(LeadSheet sheet, Wording words) =>
        sheet
            .Notes.DefaultIfEmpty(MergeText.FormerNote(sheet))
            .OfType<string>()
            .Reverse()
            .Select(n => (Line?)words.Say("Handoff.Note", OutsideText.Isolate(OutsideText.Cut(n, NoteLength))));

    private static string Next(Lead lead, Wording words, DateTimeOffset now) =>
        lead switch
        {
            { CallBackAt: { } at, Attempts: > 0, ContactedAt: null } => words.Say(
                "Handoff.TriedNext",
                lead.Attempts,
                words.Time(at, now)
            ),
            { CallBackAt: { } at } => words.Say("Handoff.CallBackAt", words.Time(at, now)),
            { Status: LeadStatus.Qualified } => words["Handoff.NextSale"],
            { ContactedAt: not null } => words["Handoff.NextVerdict"],
            { Attempts: > 0 } => words.Say("Handoff.Tried", lead.Attempts),
            { NextStep: LeadStep.FirstContact, NextStepAt: { } due } => words.Say(
                "Handoff.CallBy",
                words.Time(due, now)
            ),
            _ => words["Handoff.CallNow"],
        };
}
