namespace HandoffBot.Domain.Team;

/// <summary>What one rep carries now.</summary>
/// <param name="Open">Leads taken and not closed.</param>
/// <param name="NotWorked">Those of them without a call, a contact or a planned call-back yet.</param>
internal readonly record struct Hands(int Open, int NotWorked);
