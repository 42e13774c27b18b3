using HandoffBot.Chat;

namespace HandoffBot.Outbox;

/// <summary>What was said, and how it was answered.</summary>
internal sealed record Said(Speech Speech, SendOutcome Outcome)
{
    public IReadOnlyList<Redrawing> Redrawn { get; init; } = [];

    public IReadOnlyList<MessageRef> Gone { get; init; } = [];
}
