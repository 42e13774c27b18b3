using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;

namespace HandoffBot.Features.Intake;

/// <summary>A source that was knocked at, and the team behind it.</summary>
internal sealed record Door(Source Source, SalesTeam Team);
