using HandoffBot.Chat;
using HandoffBot.Dialogues;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Reminders;
using HandoffBot.Persistence;

namespace HandoffBot.Features.Handoff;

/// <summary>Asks in own words when to call back, and shows what was understood before it counts.</summary>
internal sealed class AskCallBack(HandoffDb db, LeadAccess access, LeadQuestions questions, TimeProvider clock)
    : IDialogue
{
    public const string Kind = LeadDialogues.CallBack;
    public const string Step = "when";

    private const string Sure = "sure";
    private const long Another = 0;

    internal sealed class Draft
    {
        /// <summary>What may have been meant; choices count from one.</summary>
        public IReadOnlyList<DateTimeOffset> Meant { get; set; } = [];
    }

    public async Task<ChatMessage> AskAsync(Dialogue dialogue, CancellationToken cancellationToken)
    {
        if (dialogue.Step != Sure)
        {
            return await questions.AskAsync(dialogue, "Handoff.AskCallBack", "Handoff.Back", cancellationToken);
        }

        var (title, words) = await questions.AboutAsync(dialogue, cancellationToken);
        var (meant, now) = (dialogue.Read<Draft>().Meant, clock.GetUtcNow());
        var another = DialogueButton.Of(words["Handoff.CallOwnWords"], dialogue, Another);
        return meant is [var only]
            ? ChatMessage
                .Of(
                    title,
                    words.Say("Handoff.CallBackSure", words.FullTime(only, now), words.Minutes(Ahead(only, now)))
                )
                .With([DialogueButton.Of(words["Handoff.CallBackRight"], dialogue, 1)], [another])
            : ChatMessage
                .Of(title, words["Handoff.CallBackWhich"])
                .With([
                    .. meant.Select((at, i) => new[] { DialogueButton.Of(words.FullTime(at, now), dialogue, i + 1) }),
                    [another],
                ]);
    }

    public async Task<DialogueTurn> HearAsync(Dialogue dialogue, TextWritten text, CancellationToken cancellationToken)
    {
        if (await access.OpenAsync(text, new LeadId(dialogue.About), cancellationToken) is not { } opened)
        {
            return new DialogueTurn.Over("Handoff.NotForYou");
        }

        var problem = CallBackTime.ReadEither(text.Text, opened.Now, opened.Words.Zone, out var meant);
        if (problem is not CallBackProblem.None)
        {
            return new DialogueTurn.Refuse($"Handoff.CallBack{problem}");
        }

        dialogue.Step = Sure;
        dialogue.Write(new Draft { Meant = meant });
        return new DialogueTurn.Ask();
    }

    public async Task<DialogueTurn> ChooseAsync(
        Dialogue dialogue,
        long choice,
        ButtonPressed pressed,
        CancellationToken cancellationToken
    )
    {
        if (dialogue.Step != Sure)
        {
            return new DialogueTurn.Over();
        }

        if (await access.OpenAsync(pressed, new LeadId(dialogue.About), cancellationToken) is not { } opened)
        {
            return new DialogueTurn.Over("Handoff.NotForYou");
        }

        var meant = dialogue.Read<Draft>().Meant;
        var at = choice >= 1 && choice <= meant.Count ? meant[(int)choice - 1] : (DateTimeOffset?)null;
        if (at > opened.Now)
        {
            return await PlanAsync(opened, at.Value, cancellationToken);
        }

        dialogue.Step = Step;
        dialogue.Write(new Draft());
        return at is null ? new DialogueTurn.Ask() : new DialogueTurn.Refuse("Handoff.CallBackPast");
    }

    private async Task<DialogueTurn> PlanAsync(
        OpenedLead opened,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
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

    /// <summary>To the minute: what was meant as two hours is not shown as one hour and 59 minutes.</summary>
    private static TimeSpan Ahead(DateTimeOffset at, DateTimeOffset now) =>
        TimeSpan.FromMinutes(Math.Round((at - now).TotalMinutes));

    private static string Stands(Lead lead) =>
        lead.Status switch
        {
            LeadStatus.New => "Handoff.InQueue",
            LeadStatus.Claimed or LeadStatus.Qualified => "Handoff.NotYoursNow",
            var closed => $"Handoff.Is{closed}",
        };
}
