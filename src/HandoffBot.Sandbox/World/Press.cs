namespace HandoffBot.Sandbox.World;

/// <summary>A press on a button; the spinner turns until it is answered.</summary>
internal sealed record Press(string Id, long PersonId, long ChatId, int MessageId)
{
    public required string Data { get; init; }

    public required DateTimeOffset At { get; init; }

    public long BotId { get; init; }

    public PressAnswer? Answer { get; init; }
}
