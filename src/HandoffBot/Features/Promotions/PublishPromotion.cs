using HandoffBot.Chat;
using HandoffBot.Domain.Campaigns;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Promotions;

/// <summary>Makes a looked-at draft a promotion and has it posted to the sales chat.</summary>
internal sealed class PublishPromotion(HandoffDb db, PromotionNews news, TimeProvider clock)
{
    public async Task<PublishOutcome> HandleAsync(
        PromotionDraft draft,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        if (draft.StartsOn < caller.Words.Day(now))
        {
            return PublishOutcome.AlreadyPast;
        }

        var team = caller.Team.Id;
        var sales = await db
            .Chats.AsNoTracking()
            .FirstOrDefaultAsync(
                c => c.Team == team && c.Kind == ChatKind.Sales && c.State != ChatState.Lost,
                cancellationToken
            );
        if (sales is null)
        {
            return PublishOutcome.NoSalesChat;
        }

        var promotion = new Promotion
        {
            Team = team,
            Text = draft.Text!,
            StartsOn = draft.StartsOn!.Value,
            AnnouncedBy = caller.Id,
            AnnouncedAt = now,
        };
        db.Promotions.Add(promotion);
        await db.SaveChangesAsync(cancellationToken);
        var origin = await news.TellAsync(promotion, "PromotionAnnounced", caller.Id, null, cancellationToken);
        var place = new ChatAddress(sales.ChatId, sales.ThreadId);
        db.Say(
            new Intent(nameof(PostPromotion), place, origin, OutboxPriority.Card, new PromotionOf(promotion.Id)),
            now
        );
        await db.SaveChangesAsync(cancellationToken);
        return PublishOutcome.Published;
    }
}
