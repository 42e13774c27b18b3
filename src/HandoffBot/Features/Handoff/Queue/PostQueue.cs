using HandoffBot.Chat;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Handoff.Queue;

/// <summary>Posts the queue message and has it pinned.</summary>
internal sealed class PostQueue(HandoffDb db, QueueCard card, TimeProvider clock) : IDelivery
{
    /// <summary>Why a card was not sent.</summary>
    public const string InsteadOfCards = "it stands in the queue";

    internal sealed record Arguments(long Rush, int MessageId = 0);

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var seq = row.Read<Arguments>().Rush;
        var rush = await db.Rushes.AsNoTracking().SingleAsync(r => r.Seq == seq, cancellationToken);
        return rush.EndedAt is null
            ? new Speech.Say(await card.OfAsync(rush, cancellationToken), MessageRole.Queue, seq)
            : Speech.Nothing("over before it was shown");
    }

    public Task SentAsync(
        OutboxMessage row,
        MessageRef message,
        string? fileId,
        HandoffDb marks,
        CancellationToken cancellationToken
    )
    {
        var seq = row.Read<Arguments>().Rush;
        var origin = string.Create(CultureInfo.InvariantCulture, $"rush:{seq}.pin");
        var which = new Arguments(seq, message.MessageId);
        marks.Say(new Intent(nameof(PinQueue), row.To, origin, OutboxPriority.Turn, which), clock.GetUtcNow());
        return Task.CompletedTask;
    }
}

/// <summary>Pins the queue message. Where the right is missing it works without.</summary>
internal sealed class PinQueue : IDelivery
{
    public Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken) =>
        Task.FromResult(Speech.With(row, row.Read<PostQueue.Arguments>().MessageId, m => new Speech.Pin(m)));
}

/// <summary>Draws the queue message anew, as things stand.</summary>
internal sealed class DrawQueue(HandoffDb db, QueueCard card) : IDelivery
{
    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var seq = row.Read<PostQueue.Arguments>().Rush;
        var rush = await db.Rushes.AsNoTracking().SingleAsync(r => r.Seq == seq, cancellationToken);
        var standing = await db
            .Messages.AsNoTracking()
            .Where(m => m.Role == MessageRole.Queue && m.About == seq && m.ChatId == row.ChatId && !m.IsGone)
            .ToListAsync(cancellationToken);
        if (standing.Count == 0)
        {
            return Speech.Nothing("nothing stands there");
        }

        var message = await card.OfAsync(rush, cancellationToken);
        return new Speech.Redraw([.. standing.Select(m => new Redrawing(m.Ref, message))]);
    }
}
