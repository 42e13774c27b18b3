using HandoffBot.Domain.Campaigns;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HandoffBot.Persistence.Mapping;

internal sealed class CampaignMapping : IEntityTypeConfiguration<Campaign>
{
    public void Configure(EntityTypeBuilder<Campaign> campaign)
    {
        campaign.ToTable("campaigns");
        campaign.Property(c => c.Code).HasMaxLength(128);
        campaign.Property(c => c.Name).HasMaxLength(128);
        campaign.HasIndex(c => new { c.Team, c.Code }).IsUnique();
    }
}
