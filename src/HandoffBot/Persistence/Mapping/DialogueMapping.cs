using HandoffBot.Dialogues;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HandoffBot.Persistence.Mapping;

internal sealed class DialogueMapping : IEntityTypeConfiguration<Dialogue>
{
    public void Configure(EntityTypeBuilder<Dialogue> dialogue)
    {
        dialogue.ToTable("dialogues");
        dialogue.HasKey(d => d.Seq);
        dialogue.Property(d => d.Kind).HasMaxLength(32);
        dialogue.Property(d => d.Step).HasMaxLength(32);
        dialogue.Property(d => d.Version).IsConcurrencyToken();
        dialogue
            .HasIndex(d => new
            {
                d.ChatId,
                d.ThreadId,
                d.Person,
            })
            .IsUnique()
            .HasFilter("state = 'Active'");
    }
}
