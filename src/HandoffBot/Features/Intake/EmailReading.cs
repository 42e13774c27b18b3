namespace HandoffBot.Features.Intake;

/// <summary>An e-mail address as it is written to, and as it is compared.</summary>
/// <param name="Address">The local part as typed, the host in lower case.</param>
/// <param name="Folded">All in lower case, an international host in its ASCII form.</param>
internal readonly record struct EmailReading(string Address, string Folded);
