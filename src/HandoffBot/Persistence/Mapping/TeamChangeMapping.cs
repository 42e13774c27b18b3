using HandoffBot.Domain.Team;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HandoffBot.Persistence.Mapping;

internal sealed class TeamChangeMapping : IEntityTypeConfiguration<TeamChange>
{
    public void Configure(EntityTypeBuilder<TeamChange> row)
    {
        row.ToTable("team_changes");
        row.HasKey(c => c.Seq);
        row.Property(c => c.Before).HasMaxLength(1024);
        row.Property(c => c.After).HasMaxLength(1024);
        row.HasIndex(c => c.Team);
    }
}
