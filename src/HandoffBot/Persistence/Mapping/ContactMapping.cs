using HandoffBot.Domain.Leads;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HandoffBot.Persistence.Mapping;

internal sealed class ContactMapping : IEntityTypeConfiguration<Contact>
{
    public void Configure(EntityTypeBuilder<Contact> contact)
    {
        contact.ToTable("contacts");
        contact.Property(c => c.Name).HasMaxLength(256);
        contact.Property(c => c.Phone).HasMaxLength(64);
        contact.Property(c => c.Email).HasMaxLength(320);
        contact.Property(c => c.Extension).HasMaxLength(16);
        contact.Property(c => c.Mailbox).HasMaxLength(320);
        contact.Property(c => c.Messenger).HasMaxLength(128);
        contact.Property(c => c.SearchText).HasMaxLength(1024);
        contact.Ignore(c => c.IsForgotten).Ignore(c => c.Numbers).Ignore(c => c.Account);
        contact.HasIndex(c => new { c.Team, c.Phone });
        contact.HasIndex(c => new { c.Team, c.Mailbox });
        contact.HasIndex(c => new { c.Team, c.Messenger });
    }
}
