using HandoffBot.Domain.Campaigns;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HandoffBot.Persistence.Mapping;

internal sealed class PromotionMapping : IEntityTypeConfiguration<Promotion>
{
    public void Configure(EntityTypeBuilder<Promotion> promotion)
    {
        promotion.ToTable("promotions");
        promotion.Property(p => p.Text).HasMaxLength(4096);
        promotion.HasIndex(p => new { p.Team, p.StartsOn });
    }
}
