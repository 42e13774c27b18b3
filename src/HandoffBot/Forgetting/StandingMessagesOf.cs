using HandoffBot.Chat;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Forgetting;

/// <summary>The messages that tell of leads: of one, or of several.</summary>
internal static class StandingMessagesOf
{
    private static readonly MessageRole[] OfOneLead =
    [
        MessageRole.Card,
        MessageRole.Contact,
        MessageRole.Folded,
        MessageRole.Reminder,
        MessageRole.Notice,
    ];

    public static async Task<IReadOnlyList<Standing>> LeadsAsync(
        HandoffDb db,
        IReadOnlyList<long> leads,
        CancellationToken cancellationToken
    )
    {
        var standing = db.Messages.AsNoTracking().Where(m => !m.IsGone);
        var ofOne = await standing
            .Where(m => leads.Contains(m.About) && OfOneLead.Contains(m.Role))
            .Select(m => new Standing(m.About, m.ChatId, m.ThreadId, m.MessageId))
            .ToListAsync(cancellationToken);
        var ofSeveral = await (
            from told in db.MessageLeads
            where leads.Contains(told.Lead)
            join m in standing on new { told.ChatId, told.MessageId } equals new { m.ChatId, m.MessageId }
            select new Standing(told.Lead, m.ChatId, m.ThreadId, m.MessageId)
        ).ToListAsync(cancellationToken);
        return [.. ofOne.Union(ofSeveral)];
    }

    internal sealed record Standing(long Lead, long ChatId, int ThreadId, int MessageId)
    {
        public ChatAddress Place => new(ChatId, ThreadId);

        public MessageRef Ref => new(ChatId, MessageId);
    }
}
