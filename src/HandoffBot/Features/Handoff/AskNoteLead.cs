using HandoffBot.Chat;
using HandoffBot.Dialogues;
using HandoffBot.Domain.Leads;

namespace HandoffBot.Features.Handoff;

/// <summary>A note in reply to a message about several leads: which one is meant?</summary>
internal sealed class AskNoteLead(LeadDesk desk) : IDialogue
{
    public const string Kind = LeadDialogues.Note;
    public const string Step = "which";
    private const int Offered = 8;

    /// <summary>The note that waits for its lead.</summary>
    internal sealed record Given(IReadOnlyList<long> Leads, string Text, int MessageId, string? FileId)
    {
        public Given()
            : this([], "", 0, null) { }
    }

    public async Task<ChatMessage> AskAsync(Dialogue dialogue, CancellationToken cancellationToken)
    {
        var leads = dialogue.Read<Given>().Leads.Take(Offered).ToList();
        var team = (await desk.Db.Leads.FindAsync([new LeadId(leads[0])], cancellationToken))!.Team;
        var words = Resources.WordingOf.Words((await desk.Db.Teams.FindAsync([team], cancellationToken))!);
        var buttons = leads.Select(l => DialogueButton.Of(new LeadId(l).ToString(), dialogue, l));
        return ChatMessage.Of(words["Handoff.WhichLead"]).With([.. buttons.Chunk(2)]);
    }

    public Task<DialogueTurn> HearAsync(Dialogue dialogue, TextWritten text, CancellationToken cancellationToken) =>
        Task.FromResult<DialogueTurn>(new DialogueTurn.Refuse("Handoff.WhichLead"));

    public async Task<DialogueTurn> ChooseAsync(
        Dialogue dialogue,
        long choice,
        ButtonPressed pressed,
        CancellationToken cancellationToken
    )
    {
        var given = dialogue.Read<Given>();
        var opened = given.Leads.Contains(choice)
            ? await desk.Access.OpenAsync(pressed, new LeadId(choice), cancellationToken)
            : null;
        if (opened is null || (opened.Lead.Status is not LeadStatus.New && !opened.Lead.MayWork(opened.Actor)))
        {
            return new DialogueTurn.Over("Handoff.NotForYou");
        }

        TakeNote.Write(desk.Db, opened, given.Text, dialogue.ChatId, given.MessageId, given.FileId);
        await desk.Db.SaveChangesAsync(cancellationToken);
        desk.Replies.Answer(pressed, nameof(ConfirmNote), new ConfirmNote.Arguments(given.MessageId));
        return new DialogueTurn.Over();
    }
}
