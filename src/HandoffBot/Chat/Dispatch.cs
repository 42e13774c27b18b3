using HandoffBot.Outbox;

namespace HandoffBot.Chat;

/// <summary>Finds who handles a thing, by the table of <see cref="Routes"/>.</summary>
internal sealed class Dispatch(IServiceProvider services, Callers callers, Replies replies)
{
    /// <summary>The only command there is before the setup.</summary>
    private const string Opening = "start";

    public async Task<PressAnswer?> ToHandlerAsync(Incoming update, CancellationToken cancellationToken)
    {
        switch (update)
        {
            case ButtonPressed pressed:
                return await PressAsync(pressed, cancellationToken);
            case CommandGiven command:
                await GiveAsync(command, cancellationToken);
                break;
            case TextWritten text:
                await HearAsync(text, cancellationToken);
                break;
            case BotPlaced placed:
                await HearAsync(placed, cancellationToken);
                break;
            case MemberChanged changed:
                await HearAsync(changed, cancellationToken);
                break;
            case ChatUpgraded upgraded:
                await HearAsync(upgraded, cancellationToken);
                break;
        }

        return null;
    }

    private async Task<PressAnswer> PressAsync(ButtonPressed pressed, CancellationToken cancellationToken)
    {
        if (
            pressed.From is not null
            && pressed.Press is { } press
            && services.GetKeyedService<IButton>(press.Verb) is { } button
        )
        {
            return await button.PressAsync(pressed, cancellationToken);
        }

        var words = await callers.WordsForAsync(pressed, cancellationToken);
        return new PressAnswer(words["Common.UnknownButton"]);
    }

    private async Task GiveAsync(CommandGiven command, CancellationToken cancellationToken)
    {
        if (command is { From: null, Place.Kind: PlaceKind.Channel })
        {
            // A post names nobody who may do anything, and the whole channel would read the answer.
            return;
        }

        if (command.Name != Opening && !await callers.IsSetUpAsync(cancellationToken))
        {
            // A group has had its one line when the bot came into it.
            if (command.Place.IsPrivate)
            {
                await replies.SayAsync(command, "Team.NotSetUp", cancellationToken);
            }
        }
        else if (services.GetKeyedService<ICommand>(command.Name) is { } known)
        {
            await known.GiveAsync(command, cancellationToken);
        }
        else if (command.Place.IsPrivate)
        {
            await replies.SayAsync(command, "Common.UnknownCommand", cancellationToken);
        }
    }

    private async Task HearAsync<T>(T update, CancellationToken cancellationToken)
        where T : Incoming
    {
        foreach (var listener in services.GetServices<IListener<T>>())
        {
            if (await listener.HearAsync(update, cancellationToken))
            {
                return;
            }
        }
    }
}
