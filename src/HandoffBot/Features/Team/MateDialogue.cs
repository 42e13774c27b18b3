using HandoffBot.Chat;
using HandoffBot.Dialogues;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;

namespace HandoffBot.Features.Team;

/// <summary>Changes how much one rep is offered by name, or what that rep knows.</summary>
internal sealed class MateDialogue(HandoffDb db, Callers callers, Replies replies) : IDialogue
{
    public const string Kind = "mate";
    public const string Weight = "weight";
    public const string Skills = "skills";

    private const int Leave = -1;

    /// <summary>The most that a button offers; more is typed.</summary>
    private const int Offered = 3;

    internal sealed class Draft
    {
        public int Team { get; set; }

        public long Person { get; set; }
    }

    public async Task<ChatMessage> AskAsync(Dialogue dialogue, CancellationToken cancellationToken)
    {
        var draft = dialogue.Read<Draft>();
        var words = (await db.Teams.FindAsync([new TeamId(draft.Team)], cancellationToken))!.Words();
        var person = await db.People.FindAsync([new PersonId(draft.Person)], cancellationToken);
        var member = await MemberAsync(draft, cancellationToken);
        return dialogue.Step is Weight
            ? ChatMessage
                .Of(Line.Bold(words.Say("Team.AskWeight", person?.Name)), words["Team.AskWeightHow"])
                .With([
                    [.. Enumerable.Range(0, Offered + 1).Select(n => DialogueButton.Of(words.Number(n), dialogue, n))],
                    [DialogueButton.Of(words["Team.Leave"], dialogue, Leave)],
                ])
            : ChatMessage
                .Of(
                    Line.Bold(words.Say("Team.AskSkills", person?.Name)),
                    words.Say("Team.SetNow", member is null ? "" : ShowMate.SkillsOf(member, words)),
                    words.Say("Team.AskSkillsHow", SkillsReader.Most)
                )
                .With([DialogueButton.Of(words["Team.Leave"], dialogue, Leave)]);
    }

    public Task<DialogueTurn> HearAsync(Dialogue dialogue, TextWritten text, CancellationToken cancellationToken)
    {
        if (dialogue.Step is Skills)
        {
            var skills = SkillsReader.Read(text.Text);
            return ChangeAsync(dialogue, text, skills is null ? null : m => m.Know(skills), cancellationToken);
        }

        return int.TryParse(text.Text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var weight)
            ? ChangeAsync(dialogue, text, WeighBy(weight), cancellationToken)
            : ChangeAsync(dialogue, text, null, cancellationToken);
    }

    public Task<DialogueTurn> ChooseAsync(
        Dialogue dialogue,
        long choice,
        ButtonPressed pressed,
        CancellationToken cancellationToken
    ) =>
        choice == Leave
            ? Task.FromResult<DialogueTurn>(new DialogueTurn.Over("Team.Cancelled"))
            : ChangeAsync(dialogue, pressed, dialogue.Step is Weight ? WeighBy(choice) : null, cancellationToken);

    private static Action<Member>? WeighBy(long weight) =>
        weight is >= 0 and <= Member.LargestWeight ? m => m.Weigh((int)weight) : null;

    /// <param name="change">Null: what was typed cannot be.</param>
    private async Task<DialogueTurn> ChangeAsync(
        Dialogue dialogue,
        Incoming update,
        Action<Member>? change,
        CancellationToken cancellationToken
    )
    {
        var draft = dialogue.Read<Draft>();
        if (
            await callers.FindAsync(update, new TeamId(draft.Team), cancellationToken) is not { Member.IsManager: true }
        )
        {
            return new DialogueTurn.Over("Team.ManagerOnly");
        }

        if (await MemberAsync(draft, cancellationToken) is not { IsPresent: true } member)
        {
            return new DialogueTurn.Over("Team.MateGone");
        }

        if (change is null)
        {
            return new DialogueTurn.Refuse(dialogue.Step is Weight ? "Team.AskWeightHow" : "Team.SkillsNot");
        }

        change(member);
        await db.SaveChangesAsync(cancellationToken);
        replies.Answer(update, nameof(ShowMate), new ShowMate.Arguments(draft.Team, draft.Person));
        return new DialogueTurn.Over();
    }

    private ValueTask<Member?> MemberAsync(Draft draft, CancellationToken cancellationToken) =>
        db.Members.FindAsync([new TeamId(draft.Team), new PersonId(draft.Person)], cancellationToken);
}
