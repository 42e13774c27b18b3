namespace HandoffBot.Sandbox.World;

/// <summary>Something the bot is told: a <see cref="Message"/>, <see cref="PressNotice"/> or <see cref="MemberChange"/>.</summary>
internal sealed record Update(int Id, long BotId, string Kind, object About, DateTimeOffset At);
