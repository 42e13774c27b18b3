using HandoffBot.Chat;
using HandoffBot.Dialogues;
using HandoffBot.Domain.Intake;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;

namespace HandoffBot.Features.Handoff;

/// <summary>What every button about a lead works with.</summary>
internal sealed class LeadDesk(
    HandoffDb db,
    LeadAccess access,
    Callers callers,
    DialogueEngine dialogues,
    Replies replies
)
{
    /// <summary>In UTF-16 units, as Telegram counts.</summary>
    private const int ToastLength = 200;

    public HandoffDb Db => db;

    public LeadAccess Access => access;

    public Callers Callers => callers;

    public DialogueEngine Dialogues => dialogues;

    public Replies Replies => replies;

    public async Task<string?> NameAsync(PersonId? person, CancellationToken cancellationToken) =>
        person is { } id ? (await db.People.FindAsync([id], cancellationToken))?.Name : null;

    /// <summary>Shows the lead in private: to its owner and the manager with its contact, to others as its card.</summary>
    public void Open(Incoming update, OpenedLead opened)
    {
        var (lead, to) = (opened.Lead, ChatAddress.Private(opened.Caller.Id.Value));
        if (lead.Status is not LeadStatus.New && lead.MayWork(opened.Actor))
        {
            var arguments = new SendContact.Arguments(lead.Id.Value, opened.Caller.Id.Value);
            replies.Answer(update, nameof(SendContact), arguments, to);
        }
        else
        {
            var arguments = new ShowLead.Arguments(lead.Id.Value, opened.Actor.IsManager);
            replies.Answer(update, nameof(ShowLead), arguments, to);
        }
    }

    /// <summary>The answer to a verb; <paramref name="doneKey"/> is said when it was done.</summary>
    public async Task<PressAnswer> AnswerAsync(
        OpenedLead opened,
        LeadOutcome outcome,
        string doneKey,
        CancellationToken cancellationToken
    )
    {
        var text = outcome switch
        {
            LeadOutcome.Done => opened.Say(doneKey),
            LeadOutcome.Repeated => opened.Words["Common.Counted"],
            LeadOutcome.NotTaken => opened.Say("Handoff.NotTaken"),
            LeadOutcome.TooLate => opened.Say("Handoff.TooLate"),
            LeadOutcome.Overtaken when opened.Lead.IsOwned && opened.Lead.Owner != opened.Caller.Id => opened.Words.Say(
                "Handoff.TooLateTaken",
                await NameAsync(opened.Lead.Owner, cancellationToken)
            ),
            _ => await StandsAsync(opened, cancellationToken),
        };
        return Toast(text);
    }

    /// <summary>How the lead stands, for whoever came too late: who has it, or how it ended.</summary>
    public async Task<string> StandsAsync(OpenedLead opened, CancellationToken cancellationToken) =>
        opened.Lead switch
        {
            { IsOwned: true } => opened.Words.Say(
                "Handoff.AlreadyTaken",
                await NameAsync(opened.Lead.Owner, cancellationToken)
            ),
            { Status: LeadStatus.New } => opened.Say("Handoff.InQueue"),
            var lead => opened.Say($"Handoff.Is{lead.Status}", lead.MergedInto?.ToString()),
        };

    public static PressAnswer Toast(string text, bool alert = false) =>
        new(text.Length <= ToastLength ? text : OutsideText.Line(text, ToastLength - 1) + "…", alert);
}
