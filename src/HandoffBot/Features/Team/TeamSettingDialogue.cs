using HandoffBot.Chat;
using HandoffBot.Dialogues;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;

namespace HandoffBot.Features.Team;

/// <summary>Changes one setting of a team; the step is its name. What was set, by whom and what it was before is kept.</summary>
internal sealed class TeamSettingDialogue(
    HandoffDb db,
    Setters setters,
    NoteTeamChange note,
    Replies replies,
    TimeProvider clock
) : IDialogue
{
    public const string Kind = "teamset";

    internal sealed class Draft
    {
        public int Team { get; set; }
    }

    public async Task<ChatMessage> AskAsync(Dialogue dialogue, CancellationToken cancellationToken)
    {
        var team = (await db.Teams.FindAsync([TeamOf(dialogue)], cancellationToken))!;
        var (words, what) = (team.Words(), Enum.Parse<TeamSetting>(dialogue.Step));
        var question = ChatMessage.Of(
            Line.Bold(words[$"Team.Ask{what}"]),
            words.Say("Team.SetNow", TeamSettingText.Of(what, team, clock.GetUtcNow())),
            words[$"Team.Ask{what}Example"]
        );
        return question.With([
            .. Choices(dialogue, what, words),
            [DialogueButton.Of(words["Team.Leave"], dialogue, ChosenSetting.Leave)],
        ]);
    }

    public async Task<DialogueTurn> HearAsync(Dialogue dialogue, TextWritten text, CancellationToken cancellationToken)
    {
        var what = Enum.Parse<TeamSetting>(dialogue.Step);
        return await ChangeAsync(
            dialogue,
            text,
            what,
            t => TypedSetting.Set(t, what, text.Text, clock.GetUtcNow()),
            cancellationToken
        );
    }

    public async Task<DialogueTurn> ChooseAsync(
        Dialogue dialogue,
        long choice,
        ButtonPressed pressed,
        CancellationToken cancellationToken
    )
    {
        var what = Enum.Parse<TeamSetting>(dialogue.Step);
        switch (choice)
        {
            case ChosenSetting.Leave:
                return new DialogueTurn.Over("Team.Cancelled");
            case ChosenSetting.AfterClaim:
                dialogue.Step = nameof(TeamSetting.AfterClaim);
                dialogue.Write(dialogue.Read<Draft>());
                return new DialogueTurn.Ask();
            default:
                return await ChangeAsync(
                    dialogue,
                    pressed,
                    what,
                    t => ChosenSetting.Set(t, what, choice),
                    cancellationToken
                );
        }
    }

    private static IEnumerable<IReadOnlyList<Button>> Choices(Dialogue dialogue, TeamSetting what, Wording words)
    {
        var usual = DialogueButton.Of(words["Team.SetAsProposed"], dialogue, ChosenSetting.AsProposed);
        return what switch
        {
            TeamSetting.Handing => Modes<HandingMode>(m => (long)m),
            TeamSetting.Masking => Modes<Masking>(m => (long)m),
            TeamSetting.Ladder =>
            [
                [usual, DialogueButton.Of(words["Team.SetAfterClaim"] + "…", dialogue, ChosenSetting.AfterClaim)],
            ],
            TeamSetting.Holidays =>
            [
                [DialogueButton.Of(words["Team.SetNoHolidaysDo"], dialogue, ChosenSetting.AsProposed)],
            ],
            _ =>
            [
                [usual],
            ],
        };

        IEnumerable<IReadOnlyList<Button>> Modes<T>(Func<T, long> number)
            where T : struct, Enum =>
            Enum.GetValues<T>()
                .Select(m => DialogueButton.Of(words[$"Team.{what}{m}"], dialogue, number(m) + 1))
                .Chunk(2);
    }

    private async Task<DialogueTurn> ChangeAsync(
        Dialogue dialogue,
        Incoming update,
        TeamSetting what,
        Func<SalesTeam, SettingChange> change,
        CancellationToken cancellationToken
    )
    {
        var id = TeamOf(dialogue);
        if (await setters.FindAsync(update, id, cancellationToken) is not { Member.IsManager: true } caller)
        {
            return new DialogueTurn.Over("Team.ManagerOnly");
        }

        var (team, now) = (caller.Team, clock.GetUtcNow());
        var before = TeamSettingText.Of(what, team, now);
        var made = change(team);
        if (!made.IsMade)
        {
            return new DialogueTurn.Refuse(made.Key ?? $"Team.Ask{what}How", made.Values);
        }

        await note.NoteAsync(team, caller.Id, what, before, cancellationToken);
        replies.Answer(update, nameof(ShowSettings), new ShowSettings.Arguments(id.Value));
        return new DialogueTurn.Over(made.Key, made.Values);
    }

    private static TeamId TeamOf(Dialogue dialogue) => new(dialogue.Read<Draft>().Team);
}
