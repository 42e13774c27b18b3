namespace HandoffBot.Settings;

/// <summary>A setting that keeps the bot from starting; the message names it and says how it should look.</summary>
public sealed class SettingException(string message, Exception? inner = null) : Exception(message, inner);
