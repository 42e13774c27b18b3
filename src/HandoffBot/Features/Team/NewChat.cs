using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Team;

/// <summary>The bot came into a chat that serves no team: the admin is asked what it is for, strangers' chats are left.</summary>
internal sealed class NewChat(HandoffDb db, AdminDesk desk, Replies replies)
{
    public async Task AddedAsync(BotPlaced update, CancellationToken cancellationToken)
    {
        var chat = await MeetAsync(update.Place, cancellationToken);
        (chat.BotIsAdmin, chat.BotCanPin) = (update.Rights.IsAdmin, update.Rights.CanPin);
        chat.AddedBy = update.From is { } from ? new PersonId(from.Id) : null;
        if (await desk.FindAsync(cancellationToken) is not { } admin)
        {
            await replies.SayAsync(update, "Team.NotSetUpHere", cancellationToken);
        }
        else if (await MayAddAsync(update, admin, cancellationToken))
        {
            Ask(update, chat, admin);
        }
        else
        {
            replies.Answer(update, nameof(LeaveChat));
            await desk.TellAsync(update, "Team.LeftStrangers", cancellationToken, chat.Title, update.From!.Name);
        }
    }

    /// <summary>The row of a chat or topic, free of what it once was if it was lost.</summary>
    public async Task<TeamChat> MeetAsync(Place place, CancellationToken cancellationToken)
    {
        var (id, thread) = (place.Address.ChatId, place.Address.ThreadId);
        if (await db.Chats.FindAsync([id, thread], cancellationToken) is { } known)
        {
            if (known.State is ChatState.Lost || (known.Team is null && known.Kind is not ChatKind.Marketing))
            {
                known.Free();
            }

            (known.Title, known.IsPublic) = (place.Title, place.IsPublic);
            return known;
        }

        var whole = await db.Chats.FirstOrDefaultAsync(c => c.ChatId == id, cancellationToken);
        var chat = new TeamChat
        {
            ChatId = id,
            ThreadId = thread,
            Title = place.Title,
            IsPublic = place.IsPublic,
            BotIsAdmin = whole?.BotIsAdmin ?? false,
            BotCanPin = whole?.BotCanPin ?? false,
        };
        return db.Chats.Add(chat).Entity;
    }

    /// <summary>Asks the admin, in private, what the chat is for.</summary>
    public void Ask(Incoming update, TeamChat chat, PersonId admin) =>
        replies.Answer(
            update,
            nameof(AskPurpose),
            new AskPurpose.Arguments(chat.ChatId, chat.ThreadId, update.Place.Kind is PlaceKind.Channel),
            ChatAddress.Private(admin.Value)
        );

    /// <summary>An anonymous admin of the chat may be anybody, ours too: the question alone does no harm.</summary>
    private async Task<bool> MayAddAsync(BotPlaced update, PersonId admin, CancellationToken cancellationToken)
    {
        if (update.From is null)
        {
            return true;
        }

        var from = new PersonId(update.From.Id);
        return from == admin || await db.Members.AnyAsync(m => m.Person == from && m.LeftAt == null, cancellationToken);
    }
}
