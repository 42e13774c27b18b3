using HandoffBot.Domain.Reminders;
using HandoffBot.Domain.Team;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HandoffBot.Persistence.Mapping;

internal sealed class SalesTeamMapping : IEntityTypeConfiguration<SalesTeam>
{
    public void Configure(EntityTypeBuilder<SalesTeam> team)
    {
        team.ToTable("teams");
        team.Property(t => t.Id).ValueGeneratedNever();
        team.Property(t => t.Name).HasMaxLength(128);
        team.HasIndex(t => t.Name).IsUnique();
        team.Property(t => t.Locale).HasConversion<AsJson<Locale>>().HasMaxLength(256);
        team.Property(t => t.Ladder).HasConversion<AsJson<Ladder>>().HasMaxLength(512);
        team.Property(t => t.HighLadder).HasConversion<AsJson<Ladder>>().HasMaxLength(512);
        team.Property(t => t.LowLadder).HasConversion<AsJson<Ladder>>().HasMaxLength(512);
        team.Property(t => t.Capacity)
            .HasConversion<AsJson<Capacity>>()
            .HasMaxLength(64)
            .HasDefaultValue(Capacity.Default);
        team.Property(t => t.Handing)
            .HasConversion<AsJson<Handing>>()
            .HasMaxLength(64)
            .HasDefaultValue(Handing.Default);
        team.Property(t => t.Holidays)
            .HasConversion(new AsJson<IReadOnlyList<DateOnly>>(), new ByItems<DateOnly>())
            .HasMaxLength(4096)
            .HasDefaultValueSql("'[]'");
        team.Property(t => t.WorkDays).HasConversion<int>();
        team.Property(t => t.WorkWeek).HasConversion<AsJson<ShiftPlan>>().HasMaxLength(1024);
        team.Property(t => t.Masking).HasConversion<string>().HasMaxLength(16).HasDefaultValue(Masking.Usual);
        team.Property(t => t.Version).IsConcurrencyToken();
        team.Property(t => t.JoinsWithinDays).HasDefaultValue(SalesTeam.DefaultJoinsWithinDays);
        team.Ignore(t => t.Zone).Ignore(t => t.Rhythm).Ignore(t => t.JoinsWithin);
    }
}
