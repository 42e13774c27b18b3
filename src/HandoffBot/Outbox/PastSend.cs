namespace HandoffBot.Outbox;

/// <summary>A message or an edit that went out before this process began to count.</summary>
internal readonly record struct PastSend(long ChatId, TimeSpan Ago);
