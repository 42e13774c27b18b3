namespace HandoffBot.Leadership;

/// <summary>Nobody can be elected over this connection; the message says how to mend it.</summary>
internal sealed class LeadershipRefusedException(string message) : Exception(message);
