using HandoffBot.Chat;
using HandoffBot.Dialogues;
using HandoffBot.Domain.Intake;
using HandoffBot.Domain.Leads;
using HandoffBot.Persistence;

namespace HandoffBot.Features.Handoff;

/// <summary>Asks what a won lead was sold for. Not knowing is an answer too.</summary>
internal sealed class AskAmount(HandoffDb db, LeadAccess access, LeadQuestions questions) : IDialogue
{
    public const string Kind = LeadDialogues.Amount;
    private const string Step = "amount";

    public static Task StartAsync(
        LeadDesk desk,
        ButtonPressed pressed,
        OpenedLead opened,
        CancellationToken cancellationToken
    ) =>
        desk.Dialogues.StartAsync(
            pressed,
            Kind,
            Step,
            new object(),
            cancellationToken,
            opened.Lead.Id.Value,
            opened.QuestionsTo
        );

    public Task<ChatMessage> AskAsync(Dialogue dialogue, CancellationToken cancellationToken) =>
        questions.AskAsync(dialogue, "Handoff.AskAmount", "Handoff.AmountUnknown", cancellationToken);

    public async Task<DialogueTurn> HearAsync(Dialogue dialogue, TextWritten text, CancellationToken cancellationToken)
    {
        if (await access.OpenAsync(text, new LeadId(dialogue.About), cancellationToken) is not { } opened)
        {
            return new DialogueTurn.Over("Handoff.NotForYou");
        }

        var problem = Amounts.Read(text.Text, opened.Words.Currency, out var minor);
        if (problem is not AmountProblem.None)
        {
            return new DialogueTurn.Refuse("Handoff.AmountUnread");
        }

        var outcome = opened.Lead.GiveAmount(opened.Actor, minor, opened.Now);
        await db.SaveChangesAsync(cancellationToken);
        return outcome is LeadOutcome.Done
            ? new DialogueTurn.Over("Handoff.AmountTaken", opened.Lead.Id.ToString(), opened.Words.Money(minor))
            : new DialogueTurn.Over("Handoff.AmountTooLate", opened.Lead.Id.ToString());
    }

    public Task<DialogueTurn> ChooseAsync(
        Dialogue dialogue,
        long choice,
        ButtonPressed pressed,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult<DialogueTurn>(
            new DialogueTurn.Over("Handoff.AmountLater", new LeadId(dialogue.About).ToString())
        );
}
