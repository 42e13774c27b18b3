using HandoffBot.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HandoffBot.Persistence.Mapping;

internal sealed class SentMessageMapping : IEntityTypeConfiguration<SentMessage>
{
    public void Configure(EntityTypeBuilder<SentMessage> message)
    {
        message.ToTable("messages");
        message.HasKey(m => new { m.ChatId, m.MessageId });
        message.Property(m => m.RenderedHash).HasMaxLength(16);
        message.Ignore(m => m.Ref);
        message.HasIndex(m => new { m.About, m.Role });
    }
}
