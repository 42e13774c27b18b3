namespace HandoffBot.Sandbox.WebChat.Screens;

/// <summary>A command the bot offers in a chat.</summary>
public sealed record Offer(string Command, string Description);
