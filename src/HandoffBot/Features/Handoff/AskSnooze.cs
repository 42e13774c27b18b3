using HandoffBot.Chat;
using HandoffBot.Dialogues;
using HandoffBot.Domain.Intake;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Reminders;
using HandoffBot.Persistence;

namespace HandoffBot.Features.Handoff;

/// <summary>Asks the manager until when a waiting lead may rest, and why.</summary>
internal sealed class AskSnooze(HandoffDb db, LeadAccess access, LeadSheets sheets, TimeProvider clock) : IDialogue
{
    public const string Kind = LeadDialogues.Snooze;
    public const string When = "when";

    private const string Which = "which";
    private const string Why = "why";
    private const int LongestReason = 200;

    internal sealed class Draft
    {
        public DateTimeOffset Until { get; set; }

        /// <summary>The two hours that one typed may mean; choices count from one.</summary>
        public IReadOnlyList<DateTimeOffset> Meant { get; set; } = [];
    }

    public async Task<ChatMessage> AskAsync(Dialogue dialogue, CancellationToken cancellationToken)
    {
        var sheet = await sheets.FindAsync(new LeadId(dialogue.About), cancellationToken);
        var words = sheet!.Words;
        var (title, now, draft) = (Line.Bold(LeadCard.Title(sheet)), clock.GetUtcNow(), dialogue.Read<Draft>());
        return dialogue.Step switch
        {
            When => ChatMessage
                .Of(title, words["Handoff.SnoozeWhen"])
                .With([
                    .. CallBackTimes
                        .Choices(words)
                        .Select(c => DialogueButton.Of(c.Label, dialogue, c.Choice))
                        .Chunk(2),
                ]),
            Which => ChatMessage
                .Of(title, words["Handoff.CallBackWhich"])
                .With([
                    .. draft.Meant.Select(
                        (at, i) => new[] { DialogueButton.Of(words.FullTime(at, now), dialogue, i + 1) }
                    ),
                ]),
            _ => ChatMessage
                .Of(title, words.Say("Handoff.SnoozeWhy", words.FullTime(draft.Until, now)))
                .With([
                    .. Enum.GetValues<SnoozeReason>()
                        .Where(r => r is not SnoozeReason.Other)
                        .Select(r => DialogueButton.Of(words[$"Handoff.Snooze{r}"], dialogue, (long)r)),
                ]),
        };
    }

    public async Task<DialogueTurn> HearAsync(Dialogue dialogue, TextWritten text, CancellationToken cancellationToken)
    {
        if (await access.OpenAsync(text, new LeadId(dialogue.About), cancellationToken) is not { } opened)
        {
            return new DialogueTurn.Over("Handoff.NotForYou");
        }

        if (dialogue.Step != Why)
        {
            var problem = CallBackTime.ReadEither(text.Text, opened.Now, opened.Words.Zone, out var meant);
            return (problem, meant) switch
            {
                (not CallBackProblem.None, _) => new DialogueTurn.Refuse($"Handoff.CallBack{problem}"),
                (_, [var only]) => AskWhy(dialogue, only),
                _ => AskWhich(dialogue, meant),
            };
        }

        var said = OutsideText.Lines(text.Text, LongestReason);
        return said.Length == 0 ? new DialogueTurn.Refuse("Handoff.ReasonInWords")
            : ContactMask.HasPhone(said) ? new DialogueTurn.Refuse("Handoff.ReasonIsLead", opened.Lead.Id.ToString())
            : await SnoozeAsync(dialogue, opened, SnoozeReason.Other, said, cancellationToken);
    }

    public async Task<DialogueTurn> ChooseAsync(
        Dialogue dialogue,
        long choice,
        ButtonPressed pressed,
        CancellationToken cancellationToken
    )
    {
        if (await access.OpenAsync(pressed, new LeadId(dialogue.About), cancellationToken) is not { } opened)
        {
            return new DialogueTurn.Over("Handoff.NotForYou");
        }

        if (dialogue.Step == When)
        {
            return CallBackTimes.At(choice, opened.Now, opened.Words.Zone) is { } at
                ? AskWhy(dialogue, at)
                : new DialogueTurn.Refuse("Handoff.CallBackNotUnderstood");
        }

        if (dialogue.Step == Which)
        {
            var meant = dialogue.Read<Draft>().Meant;
            return choice >= 1 && choice <= meant.Count
                ? AskWhy(dialogue, meant[(int)choice - 1])
                : new DialogueTurn.Refuse("Handoff.CallBackNotUnderstood");
        }

        var reason = (SnoozeReason)choice;
        return reason is SnoozeReason.Other || !Enum.IsDefined(reason)
            ? new DialogueTurn.Refuse("Handoff.ReasonInWords")
            : await SnoozeAsync(dialogue, opened, reason, null, cancellationToken);
    }

    private static DialogueTurn.Ask AskWhy(Dialogue dialogue, DateTimeOffset until)
    {
        dialogue.Step = Why;
        dialogue.Write(new Draft { Until = until });
        return new DialogueTurn.Ask();
    }

    private static DialogueTurn.Ask AskWhich(Dialogue dialogue, IReadOnlyList<DateTimeOffset> meant)
    {
        dialogue.Step = Which;
        dialogue.Write(new Draft { Meant = meant });
        return new DialogueTurn.Ask();
    }

    private async Task<DialogueTurn> SnoozeAsync(
        Dialogue dialogue,
        OpenedLead opened,
        SnoozeReason reason,
        string? said,
        CancellationToken cancellationToken
    )
    {
        var (lead, until) = (opened.Lead, dialogue.Read<Draft>().Until);
        if (!opened.Actor.IsManager)
        {
            return new DialogueTurn.Over("Handoff.ManagerOnly");
        }

        if (until <= opened.Now)
        {
            return new DialogueTurn.Refuse("Handoff.CallBackPast");
        }

        var outcome = lead.Defer(opened.Actor, until, opened.Now, opened.Rhythm, reason);
        if (outcome is not LeadOutcome.Done)
        {
            return new DialogueTurn.Over(
                outcome is LeadOutcome.Overtaken ? "Handoff.NotYoursNow" : $"Handoff.Is{lead.Status}",
                lead.Id.ToString()
            );
        }

        if (said is not null)
        {
            db.LeadWords.Add(
                new LeadWords
                {
                    Lead = lead.Id,
                    Kind = WordsKind.Reason,
                    Text = said,
                    At = opened.Now,
                    By = opened.Caller.Id,
                }
            );
        }

        await db.SaveChangesAsync(cancellationToken);
        return new DialogueTurn.Over("Handoff.DoneSnoozed", lead.Id.ToString(), opened.Words.Time(until, opened.Now));
    }
}
