using HandoffBot.Chat;
using HandoffBot.Domain.Intake;
using HandoffBot.Domain.Leads;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Handoff;

/// <summary>A reply to any message about a lead is a note; an edited reply replaces it.</summary>
internal sealed class TakeNote(LeadDesk desk) : IListener<TextWritten>
{
    private const int Longest = 2000;

    public async Task<bool> HearAsync(TextWritten update, CancellationToken cancellationToken)
    {
        if (update.Edited)
        {
            return await ReplaceAsync(update, cancellationToken);
        }

        if (update.ReplyTo is not { } repliedTo || update.From is null)
        {
            return false;
        }

        var leads = await LeadsOfAsync(update.Place.Address.ChatId, repliedTo, cancellationToken);
        if (leads.Count > 1)
        {
            var question = new AskNoteLead.Given(leads, Clean(update), update.MessageId, update.FileId);
            await desk.Dialogues.StartAsync(update, AskNoteLead.Kind, AskNoteLead.Step, question, cancellationToken);
            return true;
        }

        return leads.Count == 1 && await NoteAsync(update, new LeadId(leads[0]), cancellationToken);
    }

    private async Task<bool> NoteAsync(TextWritten update, LeadId id, CancellationToken cancellationToken)
    {
        if (await desk.Access.OpenAsync(update, id, cancellationToken) is not { } opened)
        {
            await desk.Replies.RefuseAsync(update, "Handoff.NotForYou", cancellationToken);
            return true;
        }

        if (opened.Lead.Status is not LeadStatus.New && !opened.Lead.MayWork(opened.Actor))
        {
            var owner = await desk.NameAsync(opened.Lead.Owner, cancellationToken);
            await desk.Replies.RefuseAsync(
                update,
                "Handoff.NoteNotYours",
                cancellationToken,
                id.ToString(),
                owner ?? ""
            );
            return true;
        }

        Write(desk.Db, opened, Clean(update), update.Place.Address.ChatId, update.MessageId, update.FileId);
        await desk.Db.SaveChangesAsync(cancellationToken);
        desk.Replies.Answer(update, nameof(ConfirmNote), new ConfirmNote.Arguments(update.MessageId));
        return true;
    }

    public static void Write(HandoffDb db, OpenedLead opened, string text, long chatId, int messageId, string? fileId)
    {
        db.LeadWords.Add(
            new LeadWords
            {
                Lead = opened.Lead.Id,
                Kind = WordsKind.Note,
                Text = text,
                At = opened.Now,
                By = opened.Caller.Id,
                ChatId = chatId,
                MessageId = messageId,
                FileId = fileId,
            }
        );
        opened.Lead.TakeNote(opened.Caller.Id, opened.Now);
    }

    private async Task<bool> ReplaceAsync(TextWritten update, CancellationToken cancellationToken)
    {
        var chat = update.Place.Address.ChatId;
        var note = await desk.Db.LeadWords.FirstOrDefaultAsync(
            w => w.Kind == WordsKind.Note && w.ChatId == chat && w.MessageId == update.MessageId,
            cancellationToken
        );
        var isOwn = note is not null && note.By?.Value == update.From?.Id;
        if (isOwn && await desk.Access.OpenAsync(update, note!.Lead, cancellationToken) is not null)
        {
            (note.Text, note.FileId) = (Clean(update), update.FileId);
        }

        return true;
    }

    private async Task<List<long>> LeadsOfAsync(long chatId, int messageId, CancellationToken cancellationToken)
    {
        var several = await desk
            .Db.MessageLeads.Where(m => m.ChatId == chatId && m.MessageId == messageId)
            .Select(m => m.Lead)
            .ToListAsync(cancellationToken);
        return several.Count > 0
            ? several
            : await desk
                .Db.Messages.Where(m => m.ChatId == chatId && m.MessageId == messageId)
                .Where(m => m.Role == MessageRole.Card || m.Role == MessageRole.Folded || m.Role == MessageRole.Contact)
                .Select(m => m.About)
                .ToListAsync(cancellationToken);
    }

    private static string Clean(TextWritten update) => OutsideText.Lines(update.Text, Longest);
}
