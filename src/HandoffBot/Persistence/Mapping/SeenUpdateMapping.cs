using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HandoffBot.Persistence.Mapping;

internal sealed class SeenUpdateMapping : IEntityTypeConfiguration<SeenUpdate>
{
    public void Configure(EntityTypeBuilder<SeenUpdate> update)
    {
        update.ToTable("updates");
        update.HasKey(u => new { u.BotId, u.UpdateId });
        update.Property(u => u.Error).HasMaxLength(512);
        update.HasIndex(u => u.SeenAt);
    }
}
