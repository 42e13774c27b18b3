using HandoffBot.Domain.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HandoffBot.Persistence.Mapping;

internal sealed class WebhookDeliveryMapping : IEntityTypeConfiguration<WebhookDelivery>
{
    public void Configure(EntityTypeBuilder<WebhookDelivery> row)
    {
        row.ToTable("webhook_deliveries");
        row.HasKey(d => d.Seq);
        row.Property(d => d.Kind).HasMaxLength(32);
        row.Property(d => d.MessageId).HasMaxLength(40);
        row.HasIndex(d => new
            {
                d.Webhook,
                d.Lead,
                d.Number,
            })
            .IsUnique();
        // Only what waits: those that were sent stay for a week.
        row.HasIndex(d => new { d.Webhook, d.DueAt }).HasFilter("state = 'Pending'");
        row.HasIndex(d => d.DoneAt);
    }
}
