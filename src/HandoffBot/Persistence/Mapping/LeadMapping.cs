using HandoffBot.Domain.Leads;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HandoffBot.Persistence.Mapping;

internal sealed class LeadMapping : IEntityTypeConfiguration<Lead>
{
    public void Configure(EntityTypeBuilder<Lead> lead)
    {
        lead.ToTable("leads");
        lead.Property(l => l.Id).ValueGeneratedNever();
        lead.HasOne(l => l.Contact).WithMany().HasForeignKey(l => l.ContactId).OnDelete(DeleteBehavior.Restrict);
        lead.Property(l => l.Product).HasMaxLength(256);
        lead.Property(l => l.City).HasMaxLength(128);
        lead.Property(l => l.SearchText).HasMaxLength(400);
        lead.Property(l => l.Reason).HasMaxLength(24);
        lead.Property(l => l.Priority).HasConversion<int>();
        lead.Property(l => l.NextStep).HasConversion<int>();
        lead.Property(l => l.Said).HasConversion<int>();
        lead.Property(l => l.WaitedOut).HasConversion<long>();
        lead.Property(l => l.LastChange).HasConversion<AsJson<LeadChange>>().HasMaxLength(2048);
        lead.Property(l => l.BeforeMerge).HasConversion<AsJson<LeadState>>().HasMaxLength(2048);
        lead.Property(l => l.Like).HasColumnName("resembles").HasConversion<AsJson<Resemblance>>().HasMaxLength(128);
        lead.Property(l => l.Version).IsConcurrencyToken();
        lead.Ignore(l => l.IsOpen)
            .Ignore(l => l.IsOwned)
            .Ignore(l => l.IsNotWorked)
            .Ignore(l => l.IsTriedEnough)
            .Ignore(l => l.LastAskedAt);
        lead.HasIndex(l => l.MergedInto);
        // What is not wholly here yet is seen by nobody but who writes it.
        lead.HasQueryFilter(l => !l.IsArriving);
        lead.HasIndex(l => l.NextStepAt);
        lead.HasIndex(l => new
            {
                l.Team,
                l.ListId,
                l.WaitingSince,
            })
            .HasFilter("status = 'New'");
        lead.HasIndex(l => new { l.Team, l.ReceivedAt });
        // Of open ones only: what a rep ever closed must not cost the next press.
        lead.HasIndex(l => new { l.Team, l.Owner }).HasFilter("status IN ('Claimed', 'Qualified')");
        lead.HasIndex(l => new
        {
            l.Team,
            l.Status,
            l.ClosedAt,
        });
    }
}
