using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Team;

/// <summary><c>/setup</c>: in a chat it asks the admin in private what the chat is for; in private it says what remains.</summary>
internal sealed class SetupChat(HandoffDb db, AdminDesk desk, NewChat chats, Replies replies) : ICommand
{
    public async Task GiveAsync(CommandGiven command, CancellationToken cancellationToken)
    {
        var admin = await desk.FindAsync(cancellationToken);
        switch (command)
        {
            case { Place.IsPrivate: true }:
                await InPrivateAsync(command, admin, cancellationToken);
                break;
            case { Place.Kind: PlaceKind.Channel }:
            case var _ when admin is null:
                // A post in a channel names nobody; before the setup the chat has had its one line.
                break;
            case { From: null }:
                replies.Answer(command, nameof(ShowSetupHere));
                break;
            case { From: var from } when admin == new PersonId(from.Id):
                chats.Ask(command, await chats.MeetAsync(command.Place, cancellationToken), admin!.Value);
                await db.SaveChangesAsync(cancellationToken);
                break;
            default:
                await replies.RefuseAsync(command, "Team.AdminOnly", cancellationToken);
                break;
        }
    }

    private async Task InPrivateAsync(CommandGiven command, PersonId? admin, CancellationToken cancellationToken)
    {
        if (admin is null || admin != new PersonId(command.From!.Id))
        {
            await replies.SayAsync(command, admin is null ? "Team.NotSetUp" : "Team.AdminOnly", cancellationToken);
            return;
        }

        var teams = await db.Teams.OrderBy(t => t.Id).Select(t => t.Id).ToListAsync(cancellationToken);
        teams.ForEach(t => replies.Answer(command, nameof(ShowRemaining), new ShowRemaining.Arguments(t.Value)));
        if (teams.Count == 0)
        {
            await replies.SayAsync(command, "Team.HelloAdmin", cancellationToken);
        }

        var open = await db
            .Chats.Where(c => c.Team == null && c.Kind == ChatKind.Unsettled && c.State == ChatState.Active)
            .ToListAsync(cancellationToken);
        open.ForEach(c => chats.Ask(command, c, admin.Value));
    }
}
