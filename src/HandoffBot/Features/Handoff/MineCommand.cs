using HandoffBot.Chat;
using HandoffBot.Outbox;

namespace HandoffBot.Features.Handoff;

/// <summary><c>/mine</c>: one's own open leads, in private.</summary>
internal sealed class MineCommand(Callers callers, Replies replies) : ICommand
{
    public async Task GiveAsync(CommandGiven command, CancellationToken cancellationToken)
    {
        var caller = await callers.FindAsync(command, cancellationToken);
        if (caller is null)
        {
            await replies.RefuseAsync(command, "Common.NotInTeam", cancellationToken);
        }
        else if (!caller.HasPrivate)
        {
            await replies.RefuseAsync(command, "Handoff.StartFirst", cancellationToken);
        }
        else
        {
            var arguments = new ListMine.Arguments(caller.Team.Id.Value, caller.Id.Value);
            replies.Answer(command, nameof(ListMine), arguments, ChatAddress.Private(caller.Id.Value));
        }
    }
}
