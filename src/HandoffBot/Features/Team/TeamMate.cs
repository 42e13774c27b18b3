using HandoffBot.Domain.Team;

namespace HandoffBot.Features.Team;

/// <summary>One of a team, and how many open leads they carry.</summary>
internal sealed record TeamMate(Member Member, Person Person, int Open);
