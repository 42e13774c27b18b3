using HandoffBot.Chat;

namespace HandoffBot.Features.Team;

/// <summary>A press in the menu does what its command does.</summary>
internal sealed class MenuButton(MainMenu menu, Callers callers, IServiceProvider services) : IButton
{
    public const string Verb = "main";

    public async Task<PressAnswer> PressAsync(ButtonPressed pressed, CancellationToken cancellationToken)
    {
        var caller = await callers.FindAsync(pressed, cancellationToken);
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
}
