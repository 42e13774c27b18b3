using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;

namespace HandoffBot.Features.Team;

/// <summary>A manager wants to see who changed which setting.</summary>
internal sealed class ChangesButton(Setters setters, Replies replies) : IButton
{
    public const string Verb = "setlog";

    /// <param name="before">The newest that are not to be shown again; 0: from the newest on.</param>
    public static Button Of(string label, TeamId team, long before = 0) => Button.Of(label, Verb, team.Value, before);

    public async Task<PressAnswer> PressAsync(ButtonPressed pressed, CancellationToken cancellationToken)
    {
        var team = new TeamId((int)pressed.Press!.About);
        if (await setters.FindAsync(pressed, team, cancellationToken) is not { } caller)
        {
            return new PressAnswer((await setters.WordsForAsync(pressed, cancellationToken))["Common.NotInTeam"]);
        }

        if (!caller.Member.IsManager || !pressed.Place.IsPrivate)
        {
            return new PressAnswer(caller.Words["Team.ManagerOnly"]);
        }

        replies.Answer(pressed, nameof(ShowChanges), new ShowChanges.Arguments(team.Value, pressed.Press.Choice));
        return PressAnswer.Nothing;
    }
}
