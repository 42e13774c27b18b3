using HandoffBot.Forgetting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HandoffBot.Persistence.Mapping;

internal sealed class ForgottenMarkMapping : IEntityTypeConfiguration<ForgottenMark>
{
    public void Configure(EntityTypeBuilder<ForgottenMark> mark)
    {
        mark.ToTable("forgotten");
        mark.HasKey(m => new { m.Hmac, m.At });
        mark.Property(m => m.Hmac).HasMaxLength(64);
        mark.HasIndex(m => m.At);
    }
}
