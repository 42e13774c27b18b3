using HandoffBot.Domain.Leads;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HandoffBot.Persistence.Mapping;

internal sealed class SourceMapping : IEntityTypeConfiguration<Source>
{
    public void Configure(EntityTypeBuilder<Source> source)
    {
        source.ToTable("sources");
        source.Property(s => s.Name).HasMaxLength(64);
        source.Property(s => s.KeyHash).HasMaxLength(64);
        source.Property(s => s.OldKeyHash).HasMaxLength(64);
        source.Property(s => s.SigningSecret).HasMaxLength(64);
        source.Property(s => s.OldSigningSecret).HasMaxLength(64);
        source.Property(s => s.Priority).HasConversion<int>();
        source.Property(s => s.FormKey).HasMaxLength(32);
        source.Property(s => s.Origins).HasMaxLength(1024);
        source.Property(s => s.ThanksUrl).HasMaxLength(1024);
        source.HasIndex(s => new { s.Team, s.Name }).IsUnique();
        source.HasIndex(s => s.KeyHash).IsUnique();
        source.HasIndex(s => s.OldKeyHash);
        source.HasIndex(s => s.FormKey).IsUnique();
    }
}
