namespace HandoffBot.Sandbox.WebChat.Screens;

/// <summary>A stretch of a text that looks the same throughout.</summary>
/// <param name="Css">Telegram's names of its styles: bold, code, mention.</param>
/// <param name="Command">The bot command it is; a tap sends it.</param>
public sealed record Piece(string Text, string Css, string? Href, string? Command);
