namespace HandoffBot.Features.Digest.Drawing;

internal sealed record FunnelBar(string Name, int Leads, int Qualified, int Won, string Share, Tone Tone);
