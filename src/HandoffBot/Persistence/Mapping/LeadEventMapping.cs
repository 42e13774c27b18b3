using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HandoffBot.Persistence.Mapping;

internal sealed class LeadEventMapping : IEntityTypeConfiguration<LeadEventRow>
{
    public void Configure(EntityTypeBuilder<LeadEventRow> row)
    {
        row.ToTable("lead_events");
        row.HasKey(e => e.Seq);
        row.Property(e => e.Kind).HasMaxLength(32);
        row.Property(e => e.Codes).HasMaxLength(512);
        row.HasIndex(e => new { e.Lead, e.Number }).IsUnique();
        row.HasIndex(e => new
            {
                e.Lead,
                e.Cycle,
                e.Step,
                e.StepNumber,
            })
            .IsUnique()
            .HasFilter("step is not null");
        row.HasIndex(e => new { e.Lead, e.Reverts }).IsUnique().HasFilter("reverts is not null");
        row.HasIndex(e => e.UpdateId);
    }
}
