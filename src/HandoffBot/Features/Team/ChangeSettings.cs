using HandoffBot.Chat;
using HandoffBot.Outbox;

namespace HandoffBot.Features.Team;

/// <summary><c>/settings</c>: a manager sees how the team is set, and changes it.</summary>
internal sealed class ChangeSettings(Setters setters, Replies replies) : ICommand
{
    public async Task GiveAsync(CommandGiven command, CancellationToken cancellationToken)
    {
        var caller = await setters.FindAsync(command, cancellationToken);
        if (caller is not { Member.IsManager: true })
        {
            var key =
                caller is not null ? "Team.ManagerOnly"
                : await setters.IsAdminAsync(command, cancellationToken) ? "Team.NoTeamYet"
                : "Common.NotInTeam";
            await replies.RefuseAsync(command, key, cancellationToken);
            return;
        }

        var arguments = new ShowSettings.Arguments(caller.Team.Id.Value);
        replies.Answer(command, nameof(ShowSettings), arguments, ChatAddress.Private(caller.Id.Value));
    }
}
