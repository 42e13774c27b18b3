using HandoffBot.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HandoffBot.Persistence.Mapping;

internal sealed class OutboxMessageMapping : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> row)
    {
        row.ToTable("outbox");
        row.HasKey(o => o.Seq);
        row.Property(o => o.OnceKey).HasMaxLength(160);
        row.Property(o => o.Delivery).HasMaxLength(48);
        row.Property(o => o.Why).HasMaxLength(OutboxMessage.WhyLength);
        row.Property(o => o.TraceParent).HasMaxLength(55);
        row.Property(o => o.Priority).HasConversion<int>();
        row.Ignore(o => o.To).Ignore(o => o.SendKind);
        row.HasIndex(o => o.OnceKey).IsUnique();
        row.HasIndex(o => new { o.State, o.DueAt });
        row.HasIndex(o => new { o.ChatId, o.LeasedAt });
        // Only what waits: finding the first of each chat costs the same behind ten rows and behind a hundred thousand.
        row.HasIndex(o => new
            {
                o.ChatId,
                o.Priority,
                o.Seq,
            })
            .HasFilter("state = 'Pending'");
    }
}
