using HandoffBot.Domain.Team;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HandoffBot.Persistence.Mapping;

internal sealed class MemberMapping : IEntityTypeConfiguration<Member>
{
    public void Configure(EntityTypeBuilder<Member> member)
    {
        member.ToTable("members");
        member.HasKey(m => new { m.Team, m.Person });
        member.Property(m => m.Roles).HasConversion<int>();
        member.Property(m => m.Away).HasConversion<string>().HasMaxLength(16).HasDefaultValue(Away.No);
        // Whoever was a member before this was looked at is not greeted at once.
        member.Property(m => m.WasOn).HasDefaultValue(true).HasSentinel(true);
        member.Property(m => m.Plan).HasConversion<AsJson<ShiftPlan>>().HasMaxLength(1024);
        member
            .Property(m => m.TimesOff)
            .HasConversion(new AsJson<IReadOnlyList<TimeOff>>(), new ByItems<TimeOff>())
            .HasMaxLength(4096)
            .HasDefaultValueSql("'[]'");
        member.Property(m => m.Weight).HasDefaultValue(1).HasSentinel(1);
        member
            .Property(m => m.Skills)
            .HasConversion(new AsJson<IReadOnlyList<string>>(), new ByItems<string>())
            .HasMaxLength(2048)
            .HasDefaultValueSql("'[]'");
        member
            .Property(m => m.Tally)
            .HasConversion<AsJson<TurnTally>>()
            .HasMaxLength(256)
            .HasDefaultValue(TurnTally.None);
        member.HasIndex(m => m.Person);
    }
}
