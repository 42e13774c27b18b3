using HandoffBot.Domain.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HandoffBot.Persistence.Mapping;

internal sealed class WebhookMapping : IEntityTypeConfiguration<Webhook>
{
    public void Configure(EntityTypeBuilder<Webhook> webhook)
    {
        webhook.ToTable("webhooks");
        webhook.Property(w => w.Address).HasMaxLength(WebhookAddress.Longest);
        webhook.Property(w => w.Secret).HasMaxLength(96);
        webhook.Property(w => w.OldSecret).HasMaxLength(96);
        webhook.Property(w => w.Version).IsConcurrencyToken();
        webhook.Ignore(w => w.IsOn).Ignore(w => w.Host);
        webhook.HasIndex(w => w.Team).IsUnique();
    }
}
