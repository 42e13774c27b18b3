namespace HandoffBot.Sandbox.WebChat.Screens;

/// <summary>What a press was answered with: a toast that goes by itself, or an alert that wants an OK.</summary>
public sealed record Notice(string PressId, long PersonId, long ChatId, string Person, string Text, bool IsAlert);
