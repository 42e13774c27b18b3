namespace HandoffBot.Features.Digest.Drawing;

/// <param name="AgainstSource">False for what is only counted, such as duplicates.</param>
internal sealed record ReasonBar(string Name, int Count, bool AgainstSource);
