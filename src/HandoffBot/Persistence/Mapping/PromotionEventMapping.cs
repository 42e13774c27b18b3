using HandoffBot.Domain.Campaigns;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HandoffBot.Persistence.Mapping;

internal sealed class PromotionEventMapping : IEntityTypeConfiguration<PromotionEvent>
{
    public void Configure(EntityTypeBuilder<PromotionEvent> row)
    {
        row.ToTable("promotion_events");
        row.HasKey(e => e.Seq);
        row.Property(e => e.Kind).HasMaxLength(32);
        row.HasIndex(e => e.PromotionId);
    }
}
