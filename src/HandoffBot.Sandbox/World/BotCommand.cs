namespace HandoffBot.Sandbox.World;

internal sealed record BotCommand(string Command, string Description);
