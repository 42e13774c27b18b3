using HandoffBot.Chat;
using HandoffBot.Dialogues;
using HandoffBot.Domain.Leads;
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

    /// <summary>The choice of the button that takes back to what was proposed; others are modes, one higher.</summary>
    private const int AsProposed = 100;

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
        return what is TeamSetting.Handing
            ? question.With([
                .. Enum.GetValues<HandingMode>()
                    .Select(m => DialogueButton.Of(words[$"Team.Handing{m}"], dialogue, (long)m + 1))
                    .Chunk(2),
            ])
            : question.With([DialogueButton.Of(words["Team.SetAsProposed"], dialogue, AsProposed)]);
    }

    public async Task<DialogueTurn> HearAsync(Dialogue dialogue, TextWritten text, CancellationToken cancellationToken)
    {
        var what = Enum.Parse<TeamSetting>(dialogue.Step);
        return await ChangeAsync(dialogue, text, what, t => Typed(t, what, text.Text), cancellationToken);
    }

    public async Task<DialogueTurn> ChooseAsync(
        Dialogue dialogue,
        long choice,
        ButtonPressed pressed,
        CancellationToken cancellationToken
    )
    {
        var what = Enum.Parse<TeamSetting>(dialogue.Step);
        return await ChangeAsync(dialogue, pressed, what, t => Chosen(t, what, choice), cancellationToken);
    }

    /// <returns>False: it cannot be read, or cannot be.</returns>
    private bool Typed(SalesTeam team, TeamSetting what, string text)
    {
        switch (what)
        {
            case TeamSetting.Hours when TeamSettingReader.Hours(text) is var (days, from, to):
                team.Work(days, from, to);
                return true;
            case TeamSetting.Holidays when TeamSettingReader.Holidays(text, clock.GetUtcNow(), team.Zone) is { } days:
                team.CloseOn(days);
                return true;
            case TeamSetting.Ladder when TeamSettingReader.OfPriority(text) is var (of, minutes):
                var other = TeamSettingReader.Ladder(minutes, team.Ladder);
                if (other is not null)
                {
                    team.Climb(of, other);
                }

                return other is not null;
            case TeamSetting.Ladder when TeamSettingReader.Ladder(text, team.Ladder) is { } ladder:
                team.Climb(ladder);
                return true;
            case TeamSetting.Capacity when TeamSettingReader.Capacity(text) is { } capacity:
                team.Carry(capacity);
                return true;
            case TeamSetting.Repeats when TeamSettingReader.JoinsWithinDays(text) is { } days:
                team.JoinWithin(days);
                return true;
            case TeamSetting.Handing when TeamSettingReader.OfferFor(text) is { } time:
                team.HandOut(team.Handing with { For = time });
                return true;
            default:
                return false;
        }
    }

    private static bool Chosen(SalesTeam team, TeamSetting what, long choice)
    {
        switch (what)
        {
            case TeamSetting.Hours when choice == AsProposed:
                var usual = WorkingHours.Default(team.Zone);
                team.Work(usual.Days, usual.From, usual.To);
                return true;
            case TeamSetting.Holidays when choice == AsProposed:
                team.CloseOn([]);
                return true;
            case TeamSetting.Ladder when choice == AsProposed:
                team.Climb(Domain.Reminders.Ladder.Default);
                team.Climb(LeadPriority.High, null);
                team.Climb(LeadPriority.Low, null);
                return true;
            case TeamSetting.Capacity when choice == AsProposed:
                team.Carry(Capacity.Default);
                return true;
            case TeamSetting.Repeats when choice == AsProposed:
                team.JoinWithin(SalesTeam.DefaultJoinsWithinDays);
                return true;
            case TeamSetting.Handing when Enum.IsDefined((HandingMode)(choice - 1)):
                team.HandOut(team.Handing with { Mode = (HandingMode)(choice - 1) });
                return true;
            default:
                return false;
        }
    }

    private async Task<DialogueTurn> ChangeAsync(
        Dialogue dialogue,
        Incoming update,
        TeamSetting what,
        Func<SalesTeam, bool> change,
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
        if (!change(team))
        {
            return new DialogueTurn.Refuse($"Team.Ask{what}How");
        }

        await note.NoteAsync(team, caller.Id, what, before, cancellationToken);
        replies.Answer(update, nameof(ShowSettings), new ShowSettings.Arguments(id.Value));
        return new DialogueTurn.Over();
    }

    private static TeamId TeamOf(Dialogue dialogue) => new(dialogue.Read<Draft>().Team);
}
