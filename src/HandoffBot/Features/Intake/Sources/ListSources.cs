using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;

namespace HandoffBot.Features.Intake.Sources;

/// <summary>The admin types <c>/source</c> in private.</summary>
internal sealed class ListSources(Callers callers, Replies replies) : ICommand
{
    public const string Name = "source";

    public async Task GiveAsync(CommandGiven command, CancellationToken cancellationToken)
    {
        if (await callers.FindAsync(command, cancellationToken) is not { } caller)
        {
            await replies.RefuseAsync(command, "Intake.SourceNoTeam", cancellationToken);
        }
        else if (!caller.Member.Roles.HasFlag(Roles.Admin))
        {
            await replies.RefuseAsync(command, "Intake.SourceForAdmin", cancellationToken);
        }
        else if (!command.Place.IsPrivate)
        {
            await replies.RefuseAsync(command, "Intake.SourceInPrivate", cancellationToken);
        }
        else
        {
            replies.Answer(command, nameof(ShowSources), new ShowSources.Arguments(caller.Team.Id.Value));
        }
    }
}
