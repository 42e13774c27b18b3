using HandoffBot.Domain.Team;

namespace HandoffBot.Features.Digest;

/// <summary>Which digest a row of the outbox says.</summary>
internal sealed record DigestOf(int Team, DateOnly On)
{
    public TeamId TeamId => new(Team);
}
