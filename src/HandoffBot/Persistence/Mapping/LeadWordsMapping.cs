using HandoffBot.Domain.Leads;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HandoffBot.Persistence.Mapping;

internal sealed class LeadWordsMapping : IEntityTypeConfiguration<LeadWords>
{
    public void Configure(EntityTypeBuilder<LeadWords> words)
    {
        words.ToTable("lead_words");
        words.Property(w => w.FileId).HasMaxLength(256);
        words.HasIndex(w => w.Lead);
        words.HasIndex(w => new { w.ChatId, w.MessageId });
    }
}
