using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Outbox;

/// <summary>What follows when a chat takes no messages any more, has another id, or is back.</summary>
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

    /// <summary>The group has a new id: the team's chat and all that waits follow; messages that stand keep their own ids.</summary>
    public static async Task MovedAsync(HandoffDb db, long from, long to, CancellationToken cancellationToken)
    {
        if (from == to)
        {
            return;
        }

        var chats = await db
            .Chats.Where(c => c.ChatId == from && c.State != ChatState.Lost)
            .ToListAsync(cancellationToken);
        foreach (var old in chats)
        {
            var (team, kind) = (old.Team, old.Kind);
            old.Lose(to);
            // The old row must let go of its place in the team before the new one takes it.
            await db.SaveChangesAsync(cancellationToken);
            var chat =
                await db.Chats.FindAsync([to, old.ThreadId], cancellationToken)
                ?? db.Chats.Add(
                    new TeamChat
                    {
                        ChatId = to,
                        ThreadId = old.ThreadId,
                        Title = old.Title,
                    }
                ).Entity;
            (chat.BotIsAdmin, chat.BotCanPin) = (old.BotIsAdmin, old.BotCanPin);
            (chat.IsPublic, chat.AddedBy) = (old.IsPublic, old.AddedBy);
            if (team is not null)
            {
                chat.Serve(team.Value, kind);
            }
        }

        await db
            .Outbox.Where(o => o.ChatId == from && o.State != OutboxState.Sent && o.State != OutboxState.Ended)
            .ExecuteUpdateAsync(set => set.SetProperty(o => o.ChatId, to), cancellationToken);
        await db
            .Outbox.Where(o => o.ChatId == to && o.State == OutboxState.Held)
            .ExecuteUpdateAsync(set => set.SetProperty(o => o.State, OutboxState.Pending), cancellationToken);
        db.HasSpoken = true;
        foreach (var tracked in db.ChangeTracker.Entries<OutboxMessage>().Where(e => e.Entity.ChatId == from))
        {
            tracked.Entity.MoveTo(new ChatAddress(to, tracked.Entity.ThreadId));
        }
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

        if (whenUnreachable is WhenUnreachable.TellSalesChat)
        {
            var about = row.Arguments is null ? null : row.Read<OfTeam>().Team;
            var teams = db
                .Members.Where(m => about == null || m.Team == new TeamId(about.Value))
                .Where(m => m.Person == new PersonId(row.ChatId) && m.LeftAt == null)
                .Select(m => m.Team);
            var sales = await db
                .Chats.AsNoTracking()
                .FirstOrDefaultAsync(
                    c => c.Kind == ChatKind.Sales && c.State != ChatState.Lost && teams.Contains(c.Team!.Value),
                    cancellationToken
                );
            if (sales is not null)
            {
                row.MoveTo(new ChatAddress(sales.ChatId, sales.ThreadId));
                row.WaitUntil(clock.GetUtcNow(), "unreachable");
                return;
            }
        }

        row.Hold(held.Words);
    }

    private async Task TellAdminAsync(HandoffDb db, TroubleNotice notice, CancellationToken cancellationToken)
    {
        var admin = await db.Installations.AsNoTracking().Select(i => i.Admin).SingleAsync(cancellationToken);
        if (admin is { } person)
        {
            var now = clock.GetUtcNow();
            var origin = string.Create(
                CultureInfo.InvariantCulture,
                $"notice:{notice.ChatId}/{notice.ThreadId}:{now.ToUnixTimeMilliseconds()}"
            );
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

/// <summary>What the arguments of a message about one team have in common.</summary>
internal sealed record OfTeam(int? Team);

/// <summary>A chat the admin has to look after.</summary>
internal sealed record TroubleNotice(long ChatId, int ThreadId, HeldReason Why)
{
    public const string Delivery = "TellTrouble";
}
