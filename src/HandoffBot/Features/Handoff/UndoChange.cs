using HandoffBot.Chat;
using HandoffBot.Dialogues;
using HandoffBot.Domain.Leads;
using HandoffBot.Outbox;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Handoff;

/// <summary>One's own last change is taken back.</summary>
internal sealed class UndoChange(LeadDesk desk) : LeadButton(desk)
{
    protected override async Task<PressAnswer> ActAsync(
        OpenedLead opened,
        ButtonPressed pressed,
        CancellationToken cancellationToken
    )
    {
        var (amount, status, reason) = (opened.Lead.AmountMinor, opened.Lead.Status, opened.Lead.Reason);
        var outcome = opened.Lead.Undo(opened.Caller.Id, opened.Now, opened.Rhythm);
        if (amount is { } sold && opened.Lead.AmountMinor is null && opened.InPrivate)
        {
            // The line that told the amount still stands in the private chat.
            Say(opened, pressed, "Handoff.SaleUndone", opened.Words.Money(sold));
        }

        if (outcome is LeadOutcome.Done && reason is nameof(LostReason.Other))
        {
            var key = status is LeadStatus.Lost ? "Handoff.LossUndone" : "Handoff.RejectUndone";
            await EndQuestionAsync(opened, pressed, key, cancellationToken);
        }

        return await Desk.AnswerAsync(opened, outcome, "Handoff.DoneUndone", cancellationToken);
    }

    /// <summary>The words behind the reason were asked for: nobody needs them any more.</summary>
    private async Task EndQuestionAsync(
        OpenedLead opened,
        ButtonPressed pressed,
        string key,
        CancellationToken cancellationToken
    )
    {
        var (lead, person) = (opened.Lead.Id.Value, opened.Caller.Id);
        var asked = await Db
            .Dialogues.Where(d => d.Kind == AskReason.Kind && d.About == lead && d.Person == person)
            .Where(d => d.State != DialogueState.Over)
            .ToListAsync(cancellationToken);
        foreach (var dialogue in asked)
        {
            var question = new SettleQuestion.Arguments(dialogue.PromptMessageId, dialogue.Seq);
            Desk.Replies.Settle(pressed, dialogue.Place, question);
            var end = new DialogueEnd(key, [opened.Lead.Id.ToString()]);
            await Desk.Dialogues.EndAsync(dialogue, end, cancellationToken);
        }

        if (asked.Count > 0 || opened.InPrivate)
        {
            Say(opened, pressed, key);
        }
    }

    private void Say(OpenedLead opened, ButtonPressed pressed, string key, params string[] values)
    {
        var text = new SayText.Arguments(key, [opened.Lead.Id.ToString(), .. values], opened.Caller.Team.Id.Value);
        Desk.Replies.Answer(pressed, nameof(SayText), text, opened.QuestionsTo);
    }
}
