namespace HandoffBot.Sandbox.World;

/// <summary>What the phone shows after a press: a toast, an alert, a link, or nothing when all are empty.</summary>
internal sealed record PressAnswer(string? Text, bool Alert, string? Url, DateTimeOffset At);
