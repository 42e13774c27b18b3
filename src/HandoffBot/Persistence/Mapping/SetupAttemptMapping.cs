using HandoffBot.Domain.Team;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HandoffBot.Persistence.Mapping;

internal sealed class SetupAttemptMapping : IEntityTypeConfiguration<SetupAttempt>
{
    public void Configure(EntityTypeBuilder<SetupAttempt> attempt)
    {
        attempt.ToTable("setup_attempts");
        attempt.HasKey(a => a.Person);
        attempt.Property(a => a.Person).ValueGeneratedNever();
    }
}
