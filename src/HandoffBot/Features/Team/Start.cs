using HandoffBot.Chat;
using HandoffBot.Outbox;

namespace HandoffBot.Features.Team;

/// <summary><c>/start</c>: the first word with the bot, with or without a setup code.</summary>
internal sealed class Start(
    BecomeAdmin becoming,
    AdminDesk desk,
    Callers callers,
    Replies replies,
    WrongPlace wrongPlace
) : ICommand
{
    public async Task GiveAsync(CommandGiven command, CancellationToken cancellationToken)
    {
        if (command.From is null || await wrongPlace.RefusedAsync(command, cancellationToken))
        {
            return;
        }

        if (command.Argument.Trim().Length == 0)
        {
            await GreetAsync(command, cancellationToken);
            return;
        }

        switch (await becoming.HandleAsync(command.From, command.Argument, cancellationToken))
        {
            case SetupOutcome.Wrong:
                await replies.SayAsync(command, "Team.CodeWrong", cancellationToken);
                break;
            case SetupOutcome.Used:
                await replies.SayAsync(command, "Team.LinkUsed", cancellationToken);
                break;
            case SetupOutcome.TooSoon soon:
                var words = await callers.WordsForAsync(command, cancellationToken);
                await replies.SayAsync(command, "Team.CodeTooSoon", cancellationToken, words.Minutes(soon.Wait));
                break;
            default:
                await GreetAsync(command, cancellationToken);
                break;
        }
    }

    private async Task GreetAsync(CommandGiven command, CancellationToken cancellationToken)
    {
        var caller = await callers.FindAsync(command, cancellationToken);
        var key = caller switch
        {
            { Member.IsManager: true } => "Team.HelloManager",
            { Member.IsMarketer: true } => "Team.HelloMarketer",
            not null => "Team.HelloRep",
            null when await desk.IsAdminAsync(command, cancellationToken) => "Team.HelloAdmin",
            null => await callers.StrangersKeyAsync(cancellationToken),
        };
        var text = new SayText.Arguments(key, [], caller?.Team.Id.Value, command.From!.LanguageCode, BoldFirst: true);
        replies.Answer(command, nameof(SayText), text);
    }
}
