using HandoffBot.Domain.Team;

namespace HandoffBot.Domain.Leads;

/// <summary>Somebody of the lead's team who acts; a manager may what the owner may.</summary>
internal readonly record struct Actor(PersonId Person, bool IsManager = false);
