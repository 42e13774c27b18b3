using HandoffBot.Domain.Campaigns;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HandoffBot.Persistence.Mapping;

internal sealed class ReadinessMapping : IEntityTypeConfiguration<Readiness>
{
    public void Configure(EntityTypeBuilder<Readiness> readiness)
    {
        readiness.ToTable("readiness");
        readiness.HasKey(r => new { r.PromotionId, r.Person });
        readiness.Property(r => r.Words).HasMaxLength(1024);
    }
}
