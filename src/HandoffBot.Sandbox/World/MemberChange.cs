namespace HandoffBot.Sandbox.World;

internal sealed record MemberChange(long ChatId, long ByUserId, DateTimeOffset At, Member Old, Member New);
