using HandoffBot.Domain.Leads;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HandoffBot.Persistence.Mapping;

internal sealed class RushMapping : IEntityTypeConfiguration<Rush>
{
    public void Configure(EntityTypeBuilder<Rush> rush)
    {
        rush.ToTable("rushes");
        rush.HasKey(r => r.Seq);
        // One at a time.
        rush.HasIndex(r => r.Team).IsUnique().HasFilter("ended_at is null");
    }
}
