using HandoffBot.Domain.Campaigns;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Promotions;

/// <summary>Shows the marketer in one message who answered a promotion; a changed answer redraws it.</summary>
internal sealed class ShowReadiness(HandoffDb db, TimeProvider clock) : IDelivery
{
    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var id = row.Read<PromotionOf>().Id;
        var promotion = await db.Promotions.AsNoTracking().SingleAsync(p => p.Id == id, cancellationToken);
        var team = await db.Teams.AsNoTracking().SingleAsync(t => t.Id == promotion.Team, cancellationToken);
        var replies = await RepliesAsync(promotion, cancellationToken);
        var words = team.Words();
        var message = ReadinessBoard.Of(promotion, replies, words.Day(clock.GetUtcNow()), words);
        var standing = await db
            .Messages.AsNoTracking()
            .Where(m => m.ChatId == row.ChatId && m.About == id && m.Role == MessageRole.Promotion && !m.IsGone)
            .OrderByDescending(m => m.MessageId)
            .FirstOrDefaultAsync(cancellationToken);
        return standing is null
            ? new Speech.Say(message, MessageRole.Promotion, id)
            : new Speech.Redraw([new Redrawing(standing.Ref, message)]);
    }

    /// <summary>Everybody who answered, and the reps who did not.</summary>
    private async Task<IReadOnlyList<ReadinessReply>> RepliesAsync(
        Promotion promotion,
        CancellationToken cancellationToken
    )
    {
        var given = await db
            .Readiness.AsNoTracking()
            .Where(r => r.PromotionId == promotion.Id)
            .ToDictionaryAsync(r => r.Person, cancellationToken);
        var reps = await db
            .Members.Where(m => m.Team == promotion.Team && m.LeftAt == null && (m.Roles & Roles.Rep) != 0)
            .Select(m => m.Person)
            .ToListAsync(cancellationToken);
        List<PersonId> asked = [.. reps.Where(p => p != promotion.AnnouncedBy).Union(given.Keys)];
        var people = await db
            .People.Where(p => asked.Contains(p.Id))
            .OrderBy(p => p.Name)
            .ThenBy(p => p.Id)
            .Select(p => new { p.Id, p.Name })
            .ToListAsync(cancellationToken);
        return
        [
            .. people.Select(p =>
                given.TryGetValue(p.Id, out var answer)
                    ? new ReadinessReply(p.Name, answer.Answer, answer.Words)
                    : new ReadinessReply(p.Name, null, null)
            ),
        ];
    }
}
