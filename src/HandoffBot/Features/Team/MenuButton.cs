using HandoffBot.Chat;
using HandoffBot.Domain.Team;

namespace HandoffBot.Features.Team;

/// <summary>A press in the menu does what its command does.</summary>
internal sealed class MenuButton(MainMenu menu, Callers callers, IServiceProvider services) : IButton
{
    public const string Verb = "main";

    public async Task<PressAnswer> PressAsync(ButtonPressed pressed, CancellationToken cancellationToken)
    {
        var caller = await CallerAsync(pressed, cancellationToken);
        if (caller is null)
        {
            var words = await callers.WordsForAsync(pressed, cancellationToken);
            return new PressAnswer(words["Common.NotInTeam"], Alert: true);
        }

        if (menu.Find(caller, pressed.Press!.Choice) is not { } item)
        {
            return new PressAnswer(caller.Words["Common.UnknownButton"]);
        }

        var command = services.GetRequiredKeyedService<ICommand>(item.Command);
        await command.GiveAsync(
            new CommandGiven(item.Command, "", pressed.MessageId, null)
            {
                Key = pressed.Key,
                Place = pressed.Place,
                From = pressed.From,
            },
            cancellationToken
        );
        return PressAnswer.Nothing;
    }

    /// <summary>An older menu may be of another team than the one meant now: what its buttons show is of the team it names.</summary>
    private async Task<Caller?> CallerAsync(ButtonPressed pressed, CancellationToken cancellationToken)
    {
        var meant = await callers.FindAsync(pressed, cancellationToken);
        var team = new TeamId((int)pressed.Press!.About);
        if (meant is null || team.Value == 0 || meant.Team.Id == team)
        {
            return meant;
        }

        var caller = await callers.FindAsync(pressed, team, cancellationToken);
        caller?.Person.Mean(team);
        return caller ?? meant;
    }
}
