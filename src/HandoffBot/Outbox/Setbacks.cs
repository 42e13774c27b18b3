using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Outbox;

/// <summary>What follows when a chat takes no messages any more, or is back.</summary>
internal sealed class Setbacks(TimeProvider clock)
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
        await TellAdminAsync(db, new TroubleNotice(chat.ChatId, chat.ThreadId, why), cancellationToken);
    }

    /// <summary>Everything that waited for the chat is due again.</summary>
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

    /// <summary>The sales chat of the team the message is about, or of any team the person is in.</summary>
    private static Task<TeamChat?> SalesChatOfAsync(
        HandoffDb db,
        OutboxMessage row,
        CancellationToken cancellationToken
    )
    {
        var about = row.Arguments is null ? null : row.Read<OfTeam>().Team;
        var teams = db
            .Members.Where(m => about == null || m.Team == new TeamId(about.Value))
            .Where(m => m.Person == new PersonId(row.ChatId) && m.LeftAt == null)
            .Select(m => m.Team);
        return db
            .Chats.AsNoTracking()
            .FirstOrDefaultAsync(
                c => c.Kind == ChatKind.Sales && c.State != ChatState.Lost && teams.Contains(c.Team!.Value),
                cancellationToken
            );
    }

    private async Task TellAdminAsync(HandoffDb db, TroubleNotice notice, CancellationToken cancellationToken)
    {
        var admin = await db.Installations.AsNoTracking().Select(i => i.Admin).SingleAsync(cancellationToken);
        var about = string.Create(
            CultureInfo.InvariantCulture,
            $"notice:{notice.ChatId}/{notice.ThreadId}:{notice.Why}:"
        );
        if (admin is { } person && !await IsToldAsync(db, notice, about, cancellationToken))
        {
            var now = clock.GetUtcNow();
            var origin = string.Create(CultureInfo.InvariantCulture, $"{about}{now.ToUnixTimeMilliseconds()}");
            db.Say(
                new Intent(
                    TroubleNotice.Delivery,
                    ChatAddress.Private(person.Value),
                    origin,
                    OutboxPriority.Private,
                    notice
                ),
                now
            );
        }
    }

    /// <summary>Any press may bring a chat back for a try; the admin hears of the same trouble again only once something had passed.</summary>
    private static async Task<bool> IsToldAsync(
        HandoffDb db,
        TroubleNotice notice,
        string about,
        CancellationToken cancellationToken
    )
    {
        var toldAt = await db
            .Outbox.Where(o => o.OnceKey.StartsWith(about))
            .MaxAsync(o => (DateTimeOffset?)o.CreatedAt, cancellationToken);
        return toldAt is not null
            && !await db.Outbox.AnyAsync(
                o =>
                    o.ChatId == notice.ChatId
                    && o.ThreadId == notice.ThreadId
                    && o.State == OutboxState.Sent
                    && o.Why == null
                    && o.SentAt > toldAt,
                cancellationToken
            );
    }

    private static async Task MoveRowsAsync(
        HandoffDb db,
        ChatAddress at,
        OutboxState from,
        OutboxState to,
        CancellationToken cancellationToken
    ) =>
        await db
            .Outbox.Where(o => o.ChatId == at.ChatId && o.ThreadId == at.ThreadId && o.State == from)
            .ExecuteUpdateAsync(set => set.SetProperty(o => o.State, to), cancellationToken);
}
