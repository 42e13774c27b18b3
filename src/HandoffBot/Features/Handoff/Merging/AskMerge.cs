using HandoffBot.Chat;
using HandoffBot.Dialogues;
using HandoffBot.Domain.Leads;

namespace HandoffBot.Features.Handoff.Merging;

/// <summary>Asks for the number of the lead that is the same.</summary>
internal sealed class AskMerge(LeadQuestions questions, MergeDesk merges) : IDialogue
{
    public const string Kind = LeadDialogues.Merge;
    private const string Step = "which";

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

    public Task<ChatMessage> AskAsync(Dialogue dialogue, CancellationToken cancellationToken) =>
        questions.AskAsync(dialogue, "Handoff.MergeWhich", "Handoff.MergeNone", cancellationToken);

    public async Task<DialogueTurn> HearAsync(Dialogue dialogue, TextWritten text, CancellationToken cancellationToken)
    {
        if (LeadId.Parse(text.Text) is not { } other)
        {
            return new DialogueTurn.Refuse("Handoff.MergeWhich");
        }

        if (await merges.OpenAsync(text, new LeadId(dialogue.About), other, cancellationToken) is not var (one, second))
        {
            return new DialogueTurn.Refuse("Handoff.NoSuchLead", other.ToString());
        }

        var said = merges.Ask(text, one, second);
        return said.Length == 0 ? new DialogueTurn.Over() : new DialogueTurn.Refuse("Handoff.MergeSaid", said);
    }

    public Task<DialogueTurn> ChooseAsync(
        Dialogue dialogue,
        long choice,
        ButtonPressed pressed,
        CancellationToken cancellationToken
    ) => Task.FromResult<DialogueTurn>(new DialogueTurn.Over());
}
