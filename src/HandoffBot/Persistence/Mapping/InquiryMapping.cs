using HandoffBot.Domain.Leads;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HandoffBot.Persistence.Mapping;

internal sealed class InquiryMapping : IEntityTypeConfiguration<Inquiry>
{
    public void Configure(EntityTypeBuilder<Inquiry> inquiry)
    {
        inquiry.ToTable("inquiries");
        inquiry.Property(i => i.Key).HasMaxLength(128);
        inquiry
            .HasIndex(i => new
            {
                i.SourceId,
                i.KeyKind,
                i.Key,
            })
            .IsUnique();
        inquiry.Property(i => i.Product).HasMaxLength(256);
        inquiry.Property(i => i.City).HasMaxLength(128);
        inquiry.HasIndex(i => i.Lead);
        inquiry.HasIndex(i => i.ContactId);
    }
}
