using HandoffBot.Chat;
using HandoffBot.Dialogues;
using HandoffBot.Domain.Intake;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Handoff;

/// <summary>Asks for the words behind a reason "other"; the reason itself counts already.</summary>
internal sealed class AskReason(HandoffDb db, LeadAccess access, LeadQuestions questions, TimeProvider clock)
    : IDialogue
{
    public const string Kind = LeadDialogues.Reason;
    private const string Step = "words";
    private const int Longest = 500;

    public static async Task StartAsync(
        LeadDesk desk,
        ButtonPressed pressed,
        OpenedLead opened,
        CancellationToken cancellationToken
    )
    {
        await desk.Db.SaveChangesAsync(cancellationToken);
        await desk.Dialogues.StartAsync(
            pressed,
            Kind,
            Step,
            new object(),
            cancellationToken,
            opened.Lead.Id.Value,
            opened.QuestionsTo
        );
    }

    public async Task<ChatMessage> AskAsync(Dialogue dialogue, CancellationToken cancellationToken)
    {
        var id = new LeadId(dialogue.About);
        var isLost = await db.Leads.AnyAsync(l => l.Id == id && l.Status == LeadStatus.Lost, cancellationToken);
        var question = isLost ? "Handoff.AskLostReason" : "Handoff.AskReason";
        return await questions.AskAsync(dialogue, question, "Handoff.SkipReason", cancellationToken);
    }

    public async Task<DialogueTurn> HearAsync(Dialogue dialogue, TextWritten text, CancellationToken cancellationToken)
    {
        var words = OutsideText.Lines(text.Text, Longest);
        if (words.Length == 0)
        {
            return new DialogueTurn.Refuse("Handoff.ReasonInWords");
        }

        var lead = new LeadId(dialogue.About);
        if (ContactMask.HasPhone(words))
        {
            return new DialogueTurn.Refuse("Handoff.ReasonIsLead", lead.ToString());
        }

        if (await access.OpenAsync(text, lead, cancellationToken) is null)
        {
            return new DialogueTurn.Over("Handoff.NotForYou");
        }

        db.LeadWords.Add(
            new LeadWords
            {
                Lead = lead,
                Kind = WordsKind.Reason,
                Text = words,
                At = clock.GetUtcNow(),
                By = new PersonId(text.From!.Id),
            }
        );
        await db.SaveChangesAsync(cancellationToken);
        return new DialogueTurn.Over("Handoff.ReasonTaken", lead.ToString());
    }

    public Task<DialogueTurn> ChooseAsync(
        Dialogue dialogue,
        long choice,
        ButtonPressed pressed,
        CancellationToken cancellationToken
    ) => Task.FromResult<DialogueTurn>(new DialogueTurn.Over());
}
