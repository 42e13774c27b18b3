using HandoffBot.Chat;
using HandoffBot.Dialogues;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;

namespace HandoffBot.Features.Team;

/// <summary>A manager looks at one rep, or is about to change that rep's part.</summary>
internal sealed class MateButton(Callers callers, DialogueEngine dialogues, Replies replies) : IButton
{
    public const string Verb = "mate";
    public const int Show = 0;
    public const int Weight = 1;
    public const int Skills = 2;

    public async Task<PressAnswer> PressAsync(ButtonPressed pressed, CancellationToken cancellationToken)
    {
        var (person, what) = (pressed.Press!.About, pressed.Press.Choice);
        var team = (int)Math.Clamp(pressed.Press.Extra, 0, int.MaxValue);
        if (
            !pressed.Place.IsPrivate
            || await callers.FindAsync(pressed, new TeamId(team), cancellationToken) is not { Member.IsManager: true }
        )
        {
            return new PressAnswer((await callers.WordsForAsync(pressed, cancellationToken))["Team.ManagerOnly"]);
        }

        if (what is Show)
        {
            replies.Answer(pressed, nameof(ShowMate), new ShowMate.Arguments(team, person));
            return PressAnswer.Nothing;
        }

        await dialogues.StartAsync(
            pressed,
            MateDialogue.Kind,
            what is Weight ? MateDialogue.Weight : MateDialogue.Skills,
            new MateDialogue.Draft { Team = team, Person = person },
            cancellationToken,
            about: person
        );
        return PressAnswer.Nothing;
    }
}
