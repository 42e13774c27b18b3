using HandoffBot.Chat;
using HandoffBot.Dialogues;
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
    private const int ToastLength = 200;

    public HandoffDb Db => db;

    public LeadAccess Access => access;

    public Callers Callers => callers;

    public DialogueEngine Dialogues => dialogues;

    public Replies Replies => replies;

    public async Task<string?> NameAsync(PersonId? person, CancellationToken cancellationToken) =>
        person is { } id ? (await db.People.FindAsync([id], cancellationToken))?.Name : null;

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
            var lead => opened.Say($"Handoff.Is{lead.Status}"),
        };

    public static PressAnswer Toast(string text, bool alert = false) =>
        new(text.Length <= ToastLength ? text : Domain.Intake.OutsideText.Cut(text, ToastLength / 2), alert);
}
