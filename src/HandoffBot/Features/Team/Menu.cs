using HandoffBot.Chat;
using HandoffBot.Outbox;

namespace HandoffBot.Features.Team;

/// <summary><c>/menu</c>: buttons to all that the person may do.</summary>
internal sealed class Menu(Callers callers, AdminDesk desk, Replies replies, WrongPlace wrongPlace) : ICommand
{
    public async Task GiveAsync(CommandGiven command, CancellationToken cancellationToken)
    {
        if (await wrongPlace.RefusedAsync(command, cancellationToken))
        {
            return;
        }

        if (await callers.FindAsync(command, cancellationToken) is { } caller)
        {
            replies.Answer(command, nameof(ShowMainMenu), new ShowMainMenu.Arguments(caller.Team.Id.Value));
            return;
        }

        var key = await desk.IsAdminAsync(command, cancellationToken)
            ? "Team.HelloAdmin"
            : await callers.StrangersKeyAsync(cancellationToken);
        await replies.SayAsync(command, key, cancellationToken);
    }
}
