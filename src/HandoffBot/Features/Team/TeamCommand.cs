using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;

namespace HandoffBot.Features.Team;

/// <summary><c>/team</c>: who is who and who is at work.</summary>
internal sealed class TeamCommand(Callers callers, Replies replies) : ICommand
{
    public const string Name = "team";

    public async Task GiveAsync(CommandGiven command, CancellationToken cancellationToken)
    {
        if (await callers.FindAsync(command, cancellationToken) is not { } caller)
        {
            await replies.RefuseAsync(command, "Common.NotInTeam", cancellationToken);
            return;
        }

        if (!caller.HasPrivate)
        {
            await replies.RefuseAsync(command, "Team.StartFirst", cancellationToken);
            return;
        }

        var to = ChatAddress.Private(caller.Id.Value);
        replies.Answer(command, nameof(ShowTeam), new ShowTeam.Arguments(caller.Team.Id.Value, caller.Id.Value), to);
    }
}

/// <summary>The team from some page on, in private wherever it was pressed.</summary>
internal sealed class TeamMore(Callers callers, Replies replies) : IButton
{
    public const string Verb = "team";

    public static Button Button(string label, int team, int skip = 0) => Chat.Button.Of(label, Verb, skip, team);

    public async Task<PressAnswer> PressAsync(ButtonPressed pressed, CancellationToken cancellationToken)
    {
        // One from before they carried their team.
        var team = (int)Math.Clamp(pressed.Press!.Choice, 0, int.MaxValue);
        var found =
            team == 0
                ? await callers.FindAsync(pressed, cancellationToken)
                : await callers.FindAsync(pressed, new TeamId(team), cancellationToken);
        if (found is not { } caller)
        {
            var words = await callers.WordsForAsync(pressed, cancellationToken);
            return new PressAnswer(words["Common.NotInTeam"]);
        }

        if (!caller.HasPrivate)
        {
            return new PressAnswer(caller.Words["Team.StartFirst"], Alert: true);
        }

        var skip = (int)Math.Clamp(pressed.Press.About, 0, int.MaxValue);
        var shown = new ShowTeam.Arguments(caller.Team.Id.Value, caller.Id.Value, skip);
        replies.Answer(pressed, nameof(ShowTeam), shown, ChatAddress.Private(caller.Id.Value));
        return PressAnswer.Nothing;
    }
}
