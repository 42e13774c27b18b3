using HandoffBot.Chat;
using HandoffBot.Dialogues;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;

namespace HandoffBot.Features.Team;

/// <summary>A manager looks at one of the team, changes that person's part in it, or has the bot speak to them.</summary>
internal sealed class MateButton(
    Callers callers,
    DialogueEngine dialogues,
    Replies replies,
    ChangeMate changes,
    CallMate calls
) : IButton
{
    public const string Verb = "mate";

    /// <summary>Numbers travel in buttons and are never given twice.</summary>
    public const int Show = 0;
    public const int Weight = 1;
    public const int Skills = 2;
    public const int TakesLeads = 3;
    public const int TakesNone = 4;
    public const int Manages = 5;
    public const int ManagesNot = 6;
    public const int AskForStart = 7;
    public const int Ping = 8;

    public async Task<PressAnswer> PressAsync(ButtonPressed pressed, CancellationToken cancellationToken)
    {
        var (person, what) = (pressed.Press!.About, pressed.Press.Choice);
        var team = (int)Math.Clamp(pressed.Press.Extra, 0, int.MaxValue);
        var caller = pressed.Place.IsPrivate
            ? await callers.FindAsync(pressed, new TeamId(team), cancellationToken)
            : null;
        if (caller is not { Member.IsManager: true })
        {
            return new PressAnswer((await callers.WordsForAsync(pressed, cancellationToken))["Team.ManagerOnly"]);
        }

        switch (what)
        {
            case Show:
                replies.Answer(pressed, nameof(ShowMate), new ShowMate.Arguments(team, person));
                return PressAnswer.Nothing;
            case Weight or Skills:
                var draft = new MateDialogue.Draft { Team = team, Person = person };
                var step = what is Weight ? MateDialogue.Weight : MateDialogue.Skills;
                await dialogues.StartAsync(pressed, MateDialogue.Kind, step, draft, cancellationToken, about: person);
                return PressAnswer.Nothing;
            case AskForStart or Ping:
                return await calls.CallAsync(caller, new PersonId(person), what is Ping, cancellationToken);
            default:
                return await changes.ChangeAsync(pressed, caller, (int)what, cancellationToken);
        }
    }
}
