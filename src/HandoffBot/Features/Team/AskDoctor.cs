using HandoffBot.Chat;
using HandoffBot.Outbox;

namespace HandoffBot.Features.Team;

/// <summary><c>/doctor</c>: the admin has the installation examined.</summary>
internal sealed class AskDoctor(AdminDesk desk, Replies replies, WrongPlace wrongPlace) : ICommand
{
    public const string Name = "doctor";

    public async Task GiveAsync(CommandGiven command, CancellationToken cancellationToken)
    {
        if (await wrongPlace.RefusedAsync(command, cancellationToken))
        {
            return;
        }

        if (await desk.IsAdminAsync(command, cancellationToken))
        {
            replies.Answer(command, nameof(ShowFindings));
            return;
        }

        var isSetUp = await desk.FindAsync(cancellationToken) is not null;
        await replies.SayAsync(command, isSetUp ? "Team.AdminOnly" : "Team.NotSetUp", cancellationToken);
    }
}
