namespace HandoffBot.Persistence;

/// <summary>The database was lost while the bot ran; the message says how, and what brings it back.</summary>
public sealed class DatabaseLostException(string message, Exception? inner = null) : IOException(message, inner);
