using HandoffBot.Domain.Leads;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HandoffBot.Persistence.Mapping;

internal sealed class LeadListMapping : IEntityTypeConfiguration<LeadList>
{
    public void Configure(EntityTypeBuilder<LeadList> list)
    {
        list.ToTable("lists");
        list.Property(l => l.FileId).HasMaxLength(256);
        list.Property(l => l.FileName).HasMaxLength(160);
        list.Property(l => l.CopyName).HasMaxLength(40);
        list.Property(l => l.Hash).HasMaxLength(64);
        list.Property(l => l.SourceName).HasMaxLength(64);
        list.Property(l => l.Reading).HasConversion<AsJson<ListReading>>();
        list.Property(l => l.Version).IsConcurrencyToken();
        list.Ignore(l => l.IsOpen).Ignore(l => l.IsInWork).Ignore(l => l.Good);
        list.HasIndex(l => l.State);
        // The same file changes nothing a second time.
        list.HasIndex(l => new { l.Team, l.Hash }).IsUnique().HasFilter("state in ('Loading', 'Joining', 'Done')");
    }
}
