using HandoffBot.Chat;
using HandoffBot.Domain.Intake;
using HandoffBot.Outbox;

namespace HandoffBot.Features.Handoff;

/// <summary><c>/find 4532</c>: leads by number, product, city, and by contact where the asker may see it.</summary>
internal sealed class FindCommand(Callers callers, Replies replies) : ICommand
{
    private const int Shortest = 3;
    private const int Longest = 64;

    public async Task GiveAsync(CommandGiven command, CancellationToken cancellationToken)
    {
        var asked = OutsideText.Line(command.Argument, Longest);
        if (await callers.FindAsync(command, cancellationToken) is not { } caller)
        {
            await replies.RefuseAsync(command, "Common.NotInTeam", cancellationToken);
        }
        else if (asked.Length < Shortest)
        {
            await replies.RefuseAsync(command, "Handoff.FindUsage", cancellationToken);
        }
        else if (!caller.HasPrivate)
        {
            await replies.RefuseAsync(command, "Handoff.StartFirst", cancellationToken);
        }
        else
        {
            var arguments = new ListFound.Arguments(
                caller.Team.Id.Value,
                caller.Id.Value,
                caller.Actor.IsManager,
                asked
            );
            replies.Answer(command, nameof(ListFound), arguments, ChatAddress.Private(caller.Id.Value));
        }
    }
}
