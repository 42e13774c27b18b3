using HandoffBot.Chat;
using HandoffBot.Dialogues;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Reminders;
using HandoffBot.Persistence;

namespace HandoffBot.Features.Handoff;

/// <summary>Asks in own words when to call back.</summary>
internal sealed class AskCallBack(HandoffDb db, LeadAccess access, LeadQuestions questions) : IDialogue
{
    public const string Kind = LeadDialogues.CallBack;
    public const string Step = "when";

    public Task<ChatMessage> AskAsync(Dialogue dialogue, CancellationToken cancellationToken) =>
        questions.AskAsync(dialogue, "Handoff.AskCallBack", "Handoff.Back", cancellationToken);

    public async Task<DialogueTurn> HearAsync(Dialogue dialogue, TextWritten text, CancellationToken cancellationToken)
    {
        if (await access.OpenAsync(text, new LeadId(dialogue.About), cancellationToken) is not { } opened)
        {
            return new DialogueTurn.Over("Handoff.NotForYou");
        }

        var problem = CallBackTime.Read(text.Text, opened.Now, opened.Words.Zone, out var at);
        if (problem is not CallBackProblem.None)
        {
            return new DialogueTurn.Refuse($"Handoff.CallBack{problem}");
        }

        var outcome = opened.Lead.PlanCallBack(opened.Actor, at, opened.Now, opened.Rhythm);
        await db.SaveChangesAsync(cancellationToken);
        return outcome is LeadOutcome.Done or LeadOutcome.Repeated
            ? new DialogueTurn.Over(
                "Handoff.DoneCallBack",
                opened.Lead.Id.ToString(),
                opened.Words.Time(at, opened.Now)
            )
            : new DialogueTurn.Over(Stands(opened.Lead), opened.Lead.Id.ToString());
    }

    private static string Stands(Lead lead) =>
        lead.Status switch
        {
            LeadStatus.New => "Handoff.InQueue",
            LeadStatus.Claimed or LeadStatus.Qualified => "Handoff.NotYoursNow",
            var closed => $"Handoff.Is{closed}",
        };

    public Task<DialogueTurn> ChooseAsync(
        Dialogue dialogue,
        long choice,
        ButtonPressed pressed,
        CancellationToken cancellationToken
    ) => Task.FromResult<DialogueTurn>(new DialogueTurn.Over());
}
