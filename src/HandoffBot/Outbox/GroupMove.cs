using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Outbox;

/// <summary>A group got a new id: the team's chat and all that waits follow; messages that stand keep their own ids.</summary>
internal static class GroupMove
{
    public const string LeftBehind = "left behind in the old group";

    public static async Task FollowAsync(HandoffDb db, long from, long to, CancellationToken cancellationToken)
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
            await ReplaceAsync(db, old, to, cancellationToken);
        }

        await RedirectAsync(db, from, to, cancellationToken);
    }

    /// <summary>What was to be sent goes to the new group; a message left behind in the old one can only be edited.</summary>
    public static void Redirect(OutboxMessage row, long to, Speech speech, DateTimeOffset now)
    {
        if (speech is Speech.Say)
        {
            row.MoveTo(new ChatAddress(to, row.ThreadId));
            row.WaitUntil(now, "moved");
        }
        else
        {
            row.Finish(now, LeftBehind);
        }
    }

    private static async Task ReplaceAsync(HandoffDb db, TeamChat old, long to, CancellationToken cancellationToken)
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

    private static async Task RedirectAsync(HandoffDb db, long from, long to, CancellationToken cancellationToken)
    {
        await db
            .Outbox.Where(o => o.ChatId == from && o.State != OutboxState.Sent && o.State != OutboxState.Ended)
            .ExecuteUpdateAsync(set => set.SetProperty(o => o.ChatId, to), cancellationToken);
        await db
            .Outbox.Where(o => o.ChatId == to && o.State == OutboxState.Held && o.Why != OutboxMessage.Restored)
            .ExecuteUpdateAsync(set => set.SetProperty(o => o.State, OutboxState.Pending), cancellationToken);
        db.HasSpoken = true;
        foreach (var tracked in db.ChangeTracker.Entries<OutboxMessage>().Where(e => e.Entity.ChatId == from))
        {
            tracked.Entity.MoveTo(new ChatAddress(to, tracked.Entity.ThreadId));
        }
    }
}
