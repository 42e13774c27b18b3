using HandoffBot.Features.Digest;
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
        });
        digest.Property(d => d.FileId).HasMaxLength(256);
    }
}
