namespace HandoffBot.Sandbox.WebChat.Screens;

/// <summary>A button under a message.</summary>
public sealed record Key(string Text, string? Data, string? Url, string? Copy, string? Style);
