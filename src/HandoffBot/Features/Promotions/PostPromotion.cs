using HandoffBot.Chat;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Promotions;

/// <summary>Announces a promotion in the sales chat; once it stands there, it is pinned.</summary>
internal sealed class PostPromotion(HandoffDb db, TimeProvider clock) : IDelivery
{
    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var id = row.Read<PromotionOf>().Id;
        var promotion = await db.Promotions.AsNoTracking().SingleAsync(p => p.Id == id, cancellationToken);
        var team = await db.Teams.AsNoTracking().SingleAsync(t => t.Id == promotion.Team, cancellationToken);
        var words = team.Words();
        var card = PromotionCard
            .Of(promotion.Text, promotion.StartsOn, words.Day(clock.GetUtcNow()), words)
            .With(PromotionCard.Buttons(id, words));
        return new Speech.Say(card, MessageRole.Promotion, id);
    }

    public Task SentAsync(
        OutboxMessage row,
        MessageRef message,
        string? fileId,
        HandoffDb marks,
        CancellationToken cancellationToken
    )
    {
        var id = row.Read<PromotionOf>().Id;
        var origin = string.Create(CultureInfo.InvariantCulture, $"promo:{id}.posted");
        var which = new PromotionOf(id, message.MessageId);
        marks.Say(new Intent(nameof(PinPromotion), row.To, origin, OutboxPriority.Refresh, which), clock.GetUtcNow());
        return Task.CompletedTask;
    }
}
