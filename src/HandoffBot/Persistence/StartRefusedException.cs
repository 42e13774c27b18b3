namespace HandoffBot.Persistence;

/// <summary>The database must not be worked with as it is; the message says why and what mends it.</summary>
public sealed class StartRefusedException(string message, Exception? inner = null) : Exception(message, inner);
