using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Team;

/// <summary>Lets a chat serve a team; the one it replaces is lost, and what waited for that goes to the new one.</summary>
internal sealed class GiveChat(HandoffDb db, WaitingLeads waiting, TimeProvider clock)
{
    public async Task GiveAsync(TeamChat chat, TeamId team, ChatKind kind, CancellationToken cancellationToken)
    {
        var before = await db
            .Chats.Where(c => c.Team == team && c.Kind == kind && c.State != ChatState.Lost)
            .SingleOrDefaultAsync(cancellationToken);
        if (before == chat)
        {
            return;
        }

        if (before is not null)
        {
            before.Lose();
            await db.SaveChangesAsync(cancellationToken);
            await ReaddressAsync(before, chat, cancellationToken);
        }

        chat.Serve(team, kind);
        await db.SaveChangesAsync(cancellationToken);
        if (kind is ChatKind.Sales)
        {
            var origin = string.Create(
                CultureInfo.InvariantCulture,
                $"team:{team.Value}.managing:{chat.ChatId}.{chat.ThreadId}"
            );
            var to = new ChatAddress(chat.ChatId, chat.ThreadId);
            var arguments = new OfferManaging.Arguments(team.Value);
            db.Say(new Intent(nameof(OfferManaging), to, origin, OutboxPriority.Card, arguments), clock.GetUtcNow());
            await waiting.BringAsync(chat, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    private async Task ReaddressAsync(TeamChat from, TeamChat to, CancellationToken cancellationToken)
    {
        await db
            .Outbox.Where(o => o.ChatId == from.ChatId && o.ThreadId == from.ThreadId)
            .Where(o => o.State == OutboxState.Pending || o.State == OutboxState.Held)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(o => o.ChatId, to.ChatId)
                        .SetProperty(o => o.ThreadId, to.ThreadId)
                        .SetProperty(
                            o => o.State,
                            o => o.Why == OutboxMessage.Restored ? OutboxState.Held : OutboxState.Pending
                        ),
                cancellationToken
            );
        db.HasSpoken = true;
    }
}
