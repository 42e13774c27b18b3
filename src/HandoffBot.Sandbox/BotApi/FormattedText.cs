using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi;

/// <summary>A text as people see it, and its entities.</summary>
internal sealed record FormattedText(string Text, ImmutableArray<Entity> Entities)
{
    public static FormattedText Empty { get; } = new("", []);

    public bool Same(Message message) => Text == (message.Text ?? "") && Entities.SequenceEqual(message.Entities);
}
