namespace HandoffBot.Chat;

/// <summary>A PNG; the lines of its message become the caption. A known file id is sent instead of the bytes.</summary>
internal sealed record Picture(byte[] Png, string FileName, string? FileId = null);
