using HandoffBot.Chat;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Outbox;

/// <summary>A question was answered: its buttons go.</summary>
internal sealed class SettleQuestion(HandoffDb db) : IDelivery
{
    /// <param name="MessageId">The question; null: it was answered before it was written down where it stands.</param>
    /// <param name="Dialogue">Whose question it was.</param>
    /// <param name="GoesOn">The newest question of the dialogue is another one, and stands.</param>
    internal sealed record Arguments(int? MessageId, long Dialogue = 0, bool GoesOn = false);

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var given = row.Read<Arguments>();
        var question = given.MessageId ?? await AskedAsync(row.ChatId, given, cancellationToken);
        return question is { } standing
            ? new Speech.TakeButtons(new MessageRef(row.ChatId, standing))
            : Speech.Nothing("not asked");
    }

    private Task<int?> AskedAsync(long chat, Arguments given, CancellationToken cancellationToken) =>
        db
            .Messages.AsNoTracking()
            .Where(m => m.ChatId == chat && m.Role == MessageRole.Prompt && m.About == given.Dialogue && !m.IsGone)
            .OrderByDescending(m => m.MessageId)
            .Skip(given.GoesOn ? 1 : 0)
            .Select(m => (int?)m.MessageId)
            .FirstOrDefaultAsync(cancellationToken);
}
