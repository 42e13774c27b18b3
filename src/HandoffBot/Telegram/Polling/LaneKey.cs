namespace HandoffBot.Telegram.Polling;

/// <summary>A chat, or the presses of one person in it.</summary>
internal readonly record struct LaneKey(long ChatId, long PersonId);
