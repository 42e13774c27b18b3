using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Outbox;

/// <summary>What follows when a chat takes no messages any more, or is back.</summary>
internal sealed class Setbacks(TroubleNotices notices, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The chat waits and so do its rows; the admin is told once.</summary>
    public async Task HeldAsync(
        HandoffDb db,
        OutboxMessage row,
        WhenUnreachable whenUnreachable,
        SendOutcome.Held held,
        CancellationToken cancellationToken
    )
    {
        if (row.To.IsPrivate)
        {
            await UnreachableAsync(db, row, whenUnreachable, held, cancellationToken);
            return;
        }

        row.Hold(held.Words);
        if (await db.Chats.FindAsync([row.ChatId, row.ThreadId], cancellationToken) is { } chat)
        {
            await HoldAsync(db, chat, held.Why, held.Words, cancellationToken);
        }
    }

    /// <summary>An active chat takes nothing any more: its rows wait with it, the admin is told.</summary>
    public async Task HoldAsync(
        HandoffDb db,
        TeamChat chat,
        HeldReason why,
        string words,
        CancellationToken cancellationToken
    )
    {
        if (chat.State is not ChatState.Active)
        {
            return;
        }

        chat.Hold(words);
        var at = new ChatAddress(chat.ChatId, chat.ThreadId);
        await MoveRowsAsync(db, at, OutboxState.Pending, OutboxState.Held, cancellationToken);
        await notices.TellAdminAsync(db, new TroubleNotice(chat.ChatId, chat.ThreadId, why), cancellationToken);
    }

    /// <summary>Everything that waited for the chat is due again; what a restored backup brought waits for its own word.</summary>
    public static async Task ReturnedAsync(HandoffDb db, ChatAddress at, CancellationToken cancellationToken)
    {
        if (await db.Chats.FindAsync([at.ChatId, at.ThreadId], cancellationToken) is { } chat)
        {
            chat.Return();
        }

        await MoveRowsAsync(db, at, OutboxState.Held, OutboxState.Pending, cancellationToken);
        db.HasSpoken = true;
    }

    private async Task UnreachableAsync(
        HandoffDb db,
        OutboxMessage row,
        WhenUnreachable whenUnreachable,
        SendOutcome.Held held,
        CancellationToken cancellationToken
    )
    {
        var person = await db.People.FindAsync([new PersonId(row.ChatId)], cancellationToken);
        person?.Unreachable(clock.GetUtcNow());
        if (whenUnreachable is WhenUnreachable.End)
        {
            row.End(clock.GetUtcNow(), held.Words);
            return;
        }

        if (
            whenUnreachable is WhenUnreachable.TellSalesChat
            && await SalesChatOfAsync(db, row, cancellationToken) is { } sales
        )
        {
            row.MoveTo(new ChatAddress(sales.ChatId, sales.ThreadId));
            row.WaitUntil(clock.GetUtcNow(), "unreachable");
            return;
        }

        row.Hold(held.Words);
    }

    /// <summary>The sales chat of the team the message is about; another team must not read it.</summary>
    private static async Task<TeamChat?> SalesChatOfAsync(
        HandoffDb db,
        OutboxMessage row,
        CancellationToken cancellationToken
    ) =>
        row is { Arguments: not null } && row.Read<OfTeam>().Team is { } about
            ? await db
                .Chats.AsNoTracking()
                .FirstOrDefaultAsync(
                    c => c.Kind == ChatKind.Sales && c.State != ChatState.Lost && c.Team == new TeamId(about),
                    cancellationToken
                )
            : null;

    private static async Task MoveRowsAsync(
        HandoffDb db,
        ChatAddress at,
        OutboxState from,
        OutboxState to,
        CancellationToken cancellationToken
    ) =>
        await db
            .Outbox.Where(o => o.ChatId == at.ChatId && o.ThreadId == at.ThreadId && o.State == from)
            .Where(o => o.Why != OutboxMessage.Restored)
            .ExecuteUpdateAsync(set => set.SetProperty(o => o.State, to), cancellationToken);
}
