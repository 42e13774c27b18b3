using HandoffBot.Domain.Team;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HandoffBot.Persistence.Mapping;

internal sealed class TeamChatMapping : IEntityTypeConfiguration<TeamChat>
{
    public void Configure(EntityTypeBuilder<TeamChat> chat)
    {
        chat.ToTable("chats");
        chat.HasKey(c => new { c.ChatId, c.ThreadId });
        chat.Property(c => c.ChatId).ValueGeneratedNever();
        chat.Property(c => c.ThreadId).ValueGeneratedNever();
        chat.Property(c => c.Title).HasMaxLength(256);
        chat.Property(c => c.HeldBecause).HasMaxLength(256);
        chat.HasIndex(c => new { c.Team, c.Kind })
            .IsUnique()
            .HasFilter("state <> 'Lost' and kind in ('Sales', 'Marketing')");
    }
}
