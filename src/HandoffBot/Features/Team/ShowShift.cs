using HandoffBot.Chat;
using HandoffBot.Outbox;

namespace HandoffBot.Features.Team;

/// <summary><c>/shift</c>: one's own shift with its buttons; who has none sees the team.</summary>
internal sealed class ShowShift(Callers callers, Replies replies) : ICommand
{
    public const string Name = "shift";

    public async Task GiveAsync(CommandGiven command, CancellationToken cancellationToken)
    {
        if (await callers.FindAsync(command, cancellationToken) is not { } caller)
        {
            await replies.RefuseAsync(command, "Common.NotInTeam", cancellationToken);
            return;
        }

        ChatAddress? to = caller.Person.IsReachable ? ChatAddress.Private(caller.Id.Value) : null;
        if (caller.Member.MaySell)
        {
            var arguments = new TellShift.Arguments(caller.Team.Id.Value, caller.Id.Value);
            replies.Answer(command, nameof(TellShift), arguments, to);
        }
        else if (!caller.HasPrivate)
        {
            await replies.RefuseAsync(command, "Team.StartFirst", cancellationToken);
        }
        else
        {
            replies.Answer(command, nameof(ShowTeam), new ShowTeam.Arguments(caller.Team.Id.Value), to);
        }
    }
}
