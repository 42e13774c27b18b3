namespace HandoffBot.Domain.Digests;

/// <summary>The leads that began to wait in one hour of one weekday.</summary>
/// <param name="Hour">0 to 23 in the team's zone; null for the hours outside the ones shown one by one.</param>
/// <param name="Median">Null when none of them was claimed.</param>
internal sealed record HeatCell(DayOfWeek Day, int? Hour, int Leads, TimeSpan? Median);
