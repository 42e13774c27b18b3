namespace HandoffBot.Features.Digest.Drawing;

/// <param name="Aside">Beside the change, where there is room.</param>
internal sealed record Tile(string Label, string Value, string Change, Tone Tone, string? Aside = null);
