using HandoffBot.Domain.Team;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HandoffBot.Persistence.Mapping;

internal sealed class InstallationMapping : IEntityTypeConfiguration<Installation>
{
    public void Configure(EntityTypeBuilder<Installation> installation)
    {
        installation.ToTable("installation");
        installation.Property(i => i.Id).ValueGeneratedNever();
        installation.Property(i => i.Key).HasMaxLength(64);
        installation.Property(i => i.OfferedCommands).HasMaxLength(64);
        installation.Property(i => i.Version).IsConcurrencyToken();
    }
}
