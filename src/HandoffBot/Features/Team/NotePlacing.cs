using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Team;

/// <summary>The bot was added to a chat, thrown out of it, or its rights there changed.</summary>
internal sealed class NotePlacing(
    HandoffDb db,
    Setbacks setbacks,
    ReturnedChat returned,
    NewChat newChat,
    AdminDesk desk
) : IListener<BotPlaced>
{
    public async Task<bool> HearAsync(BotPlaced update, CancellationToken cancellationToken)
    {
        if (update.Place.IsPrivate)
        {
            return false;
        }

        var id = update.Place.Address.ChatId;
        var known = await db
            .Chats.Where(c => c.ChatId == id && c.State != ChatState.Lost)
            .ToListAsync(cancellationToken);
        if (!update.Rights.IsMember || !update.Rights.CanPost)
        {
            await HoldAsync(update, known, cancellationToken);
        }

        if (update.Rights.IsMember)
        {
            await NoteAsync(update, known, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    private async Task HoldAsync(BotPlaced update, List<TeamChat> known, CancellationToken cancellationToken)
    {
        var why = update switch
        {
            { Rights.IsMember: false } => HeldReason.NotAMember,
            { Place.Kind: PlaceKind.Channel } => HeldReason.NoRightInChannel,
            _ => HeldReason.NoRight,
        };
        foreach (var chat in known)
        {
            if (chat.Team is not null)
            {
                await setbacks.HoldAsync(db, chat, why, why.ToString(), cancellationToken);
            }
            else if (!update.Rights.IsMember)
            {
                chat.Lose();
            }
        }
    }

    private async Task NoteAsync(BotPlaced update, List<TeamChat> known, CancellationToken cancellationToken)
    {
        var serving = known.Where(c => c.Team is not null).ToList();
        foreach (var chat in known)
        {
            var wasAdmin = chat.BotIsAdmin;
            (chat.Title, chat.IsPublic) = (update.Place.Title, update.Place.IsPublic);
            (chat.BotIsAdmin, chat.BotCanPin) = (update.Rights.IsAdmin, update.Rights.CanPin);
            if (wasAdmin && !chat.BotIsAdmin && chat is { Team: not null, Kind: ChatKind.Sales })
            {
                await desk.TellAsync(update, "Team.NoLongerAdmin", cancellationToken, chat.Title);
            }
        }

        if (serving.Count == 0 && !update.WasMember)
        {
            await newChat.AddedAsync(update, cancellationToken);
        }

        foreach (var chat in serving.Where(c => c.State is ChatState.Held && update.Rights.CanPost))
        {
            await returned.BringBackAsync(chat, cancellationToken);
        }
    }
}
