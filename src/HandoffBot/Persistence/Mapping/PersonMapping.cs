using HandoffBot.Domain.Team;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HandoffBot.Persistence.Mapping;

internal sealed class PersonMapping : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.ToTable("people");
        person.Property(p => p.Id).ValueGeneratedNever();
        person.Property(p => p.Name).HasMaxLength(128);
        person.Property(p => p.Username).HasMaxLength(64);
        person.Property(p => p.LanguageCode).HasMaxLength(16);
        person.Property(p => p.Means).HasColumnName("meant_team");
        person.Property(p => p.Quiet).HasConversion<AsJson<QuietHours>>().HasMaxLength(128);
    }
}
