using HandoffBot.Chat;
using HandoffBot.Dialogues;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;

namespace HandoffBot.Features.Team;

/// <summary>Asks a member on which days they work, when they are away, or when their phone is not to ring, in their own words.</summary>
internal sealed class ShiftDialogue(HandoffDb db, Callers callers, Replies replies, TimeProvider clock) : IDialogue
{
    public const string Kind = "shift";
    public const string Plan = "plan";
    public const string TimeOff = "off";
    public const string Quiet = "quiet";

    private const int AsTheTeam = 1;
    private const int NeverQuiet = 2;
    private const int Leave = 3;

    internal sealed class Draft
    {
        /// <summary>In which team.</summary>
        public int Team { get; set; }
    }

    public async Task<ChatMessage> AskAsync(Dialogue dialogue, CancellationToken cancellationToken)
    {
        var team = await db.Teams.FindAsync([TeamOf(dialogue)], cancellationToken);
        var words = team!.Words();
        Button[] leave = [DialogueButton.Of(words["Team.Leave"], dialogue, Leave)];
        return dialogue.Step switch
        {
            Plan => ChatMessage
                .Of(Line.Bold(words["Team.PlanAsk"]), words["Team.PlanExample"])
                .With([DialogueButton.Of(words["Team.PlanAsTeam"], dialogue, AsTheTeam)], leave),
            Quiet => ChatMessage
                .Of(Line.Bold(words["Team.QuietAsk"]), words["Team.QuietExample"])
                .With([DialogueButton.Of(words["Team.QuietNever"], dialogue, NeverQuiet)], leave),
            _ => ChatMessage.Of(Line.Bold(words["Team.TimeOffAsk"]), words["Team.TimeOffExample"]).With(leave),
        };
    }

    public async Task<DialogueTurn> HearAsync(Dialogue dialogue, TextWritten text, CancellationToken cancellationToken)
    {
        if (await callers.FindAsync(text, TeamOf(dialogue), cancellationToken) is not { Member.MaySell: true } caller)
        {
            return new DialogueTurn.Over("Common.NotInTeam");
        }

        var refused = dialogue.Step switch
        {
            Plan => ShiftChange.Plan(caller.Member, text.Text),
            Quiet => ShiftChange.Quiet(caller.Person, text.Text, caller.Team),
            _ => ShiftChange.TimeOff(caller.Member, text.Text, clock.GetUtcNow(), caller.Words),
        };
        return refused is { } why ? new DialogueTurn.Refuse(why.Key, why.Values) : Done(text, caller);
    }

    public async Task<DialogueTurn> ChooseAsync(
        Dialogue dialogue,
        long choice,
        ButtonPressed pressed,
        CancellationToken cancellationToken
    )
    {
        if (await callers.FindAsync(pressed, TeamOf(dialogue), cancellationToken) is not { } caller)
        {
            return new DialogueTurn.Over("Common.NotInTeam");
        }

        if (choice == Leave)
        {
            return new DialogueTurn.Over("Team.Cancelled");
        }

        if (choice == NeverQuiet)
        {
            caller.Person.BeQuiet(null);
        }
        else
        {
            caller.Member.PlanShifts(null);
        }

        return Done(pressed, caller);
    }

    private DialogueTurn.Over Done(Incoming update, Caller caller)
    {
        var arguments = new TellShift.Arguments(caller.Team.Id.Value, caller.Id.Value);
        replies.Answer(update, nameof(TellShift), arguments);
        return new DialogueTurn.Over();
    }

    private static TeamId TeamOf(Dialogue dialogue) => new(dialogue.Read<Draft>().Team);
}
