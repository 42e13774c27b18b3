using System.Text.Json;
using HandoffBot.Chat;
using HandoffBot.Domain.Campaigns;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;

namespace HandoffBot.Features.Promotions;

/// <summary>Adds to a promotion's history, and has its marketer see how it stands now.</summary>
internal sealed class PromotionNews(HandoffDb db, TimeProvider clock)
{
    /// <returns>The origin of what else is said because of it.</returns>
    public async Task<string> TellAsync(
        Promotion promotion,
        string kind,
        PersonId actor,
        ReadinessAnswer? answer,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var happened = new PromotionEvent
        {
            PromotionId = promotion.Id,
            Kind = kind,
            At = now,
            Actor = actor,
            Codes = answer is null ? "{}" : JsonSerializer.Serialize(new { answer = answer.ToString() }),
        };
        db.PromotionEvents.Add(happened);
        await db.SaveChangesAsync(cancellationToken);
        var origin = string.Create(CultureInfo.InvariantCulture, $"promo:{promotion.Id}.{happened.Seq}");
        var marketer = ChatAddress.Private(promotion.AnnouncedBy.Value);
        db.Say(
            new Intent(nameof(ShowReadiness), marketer, origin, OutboxPriority.Refresh, new PromotionOf(promotion.Id)),
            now
        );
        await db.SaveChangesAsync(cancellationToken);
        return origin;
    }
}
