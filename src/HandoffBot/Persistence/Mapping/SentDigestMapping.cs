using HandoffBot.Domain.Digests;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HandoffBot.Persistence.Mapping;

internal sealed class SentDigestMapping : IEntityTypeConfiguration<SentDigest>
{
    public void Configure(EntityTypeBuilder<SentDigest> digest)
    {
        digest.ToTable("digests");
        digest.HasKey(d => new
        {
            d.Team,
            d.Kind,
            d.LocalDate,
            d.Slot,
        });
        digest.Property(d => d.FileId).HasMaxLength(256);
    }
}
