namespace HandoffBot.Sandbox.WebChat.Screens;

/// <summary>The message replied to, in one line.</summary>
public sealed record Quote(int MessageId, string Author, string Text);
