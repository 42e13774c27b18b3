using HandoffBot.Chat;

namespace HandoffBot.Telegram;

/// <summary>What a refusal means, and what may be tried once before it counts.</summary>
internal readonly record struct Refusal(SendOutcome Outcome, Mend Mend = Mend.None);
