using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Team;

/// <summary>Refuses a command that belongs in private. Chats that serve no team get no word.</summary>
internal sealed class WrongPlace(HandoffDb db, Replies replies)
{
    public async Task<bool> RefusedAsync(CommandGiven command, CancellationToken cancellationToken)
    {
        if (command.Place.IsPrivate)
        {
            return false;
        }

        var at = command.Place.Address;
        var serves = await db.Chats.AnyAsync(
            c => c.ChatId == at.ChatId && c.Team != null && c.State != ChatState.Lost,
            cancellationToken
        );
        if (serves && command.From is not null)
        {
            await replies.RefuseAsync(command, "Team.PrivateOnly", cancellationToken, command.Name);
        }

        return true;
    }
}
