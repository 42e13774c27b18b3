namespace HandoffBot.Domain.Team;

/// <summary>Whether somebody is at work, since when, and until when that holds if nobody says otherwise.</summary>
/// <param name="Until">In UTC; null: until they say so themselves.</param>
internal sealed record ShiftState(bool IsOn, Away Why, DateTimeOffset Since, DateTimeOffset? Until);
