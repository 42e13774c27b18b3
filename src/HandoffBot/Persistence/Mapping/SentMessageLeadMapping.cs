using HandoffBot.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HandoffBot.Persistence.Mapping;

internal sealed class SentMessageLeadMapping : IEntityTypeConfiguration<SentMessageLead>
{
    public void Configure(EntityTypeBuilder<SentMessageLead> message)
    {
        message.ToTable("message_leads");
        message.HasKey(m => new
        {
            m.ChatId,
            m.MessageId,
            m.Lead,
        });
    }
}
