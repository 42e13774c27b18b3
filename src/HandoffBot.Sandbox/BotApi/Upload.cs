namespace HandoffBot.Sandbox.BotApi;

/// <summary>A file that came with the request.</summary>
internal sealed record Upload(string FileName, string ContentType, byte[] Bytes);
