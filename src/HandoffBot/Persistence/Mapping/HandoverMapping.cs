using HandoffBot.Domain.Leads;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HandoffBot.Persistence.Mapping;

internal sealed class HandoverMapping : IEntityTypeConfiguration<Handover>
{
    public void Configure(EntityTypeBuilder<Handover> handover)
    {
        handover.ToTable("handovers");
        handover
            .Property(h => h.Leads)
            .HasConversion(new AsJson<IReadOnlyList<long>>(), new ByItems<long>())
            .HasMaxLength(4096);
    }
}
