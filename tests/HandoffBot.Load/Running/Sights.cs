namespace HandoffBot.Load.Running;

/// <param name="Ahead">How far its clock is ahead of the machine's.</param>
/// <param name="Unconfirmed">Updates the bot has not confirmed yet.</param>
internal sealed record World(
    string Token,
    string BotUsername,
    TimeSpan Ahead,
    Limits Limits,
    long RefusedForLimits,
    int Unconfirmed
);

/// <summary>As in the look-alike; 0 is no limit.</summary>
internal sealed record Limits(bool On, int PerGroupPerMinute, double PerChatPerSecond, int ChatBurst, int PerSecond);

internal sealed record Message(
    int Id,
    DateTimeOffset At,
    DateTimeOffset? EditedAt,
    string? Text,
    int? ReplyTo,
    IReadOnlyList<string> Buttons
)
{
    /// <summary>What each of the buttons sends.</summary>
    public IReadOnlyList<string?> Data { get; init; } = [];

    /// <param name="button">One of the buttons, by its label.</param>
    public string DataOf(string button) => Data[Buttons.ToList().IndexOf(button)]!;
}

internal sealed record PressAnswer(
    long Person,
    string? Text,
    bool Alert,
    DateTimeOffset PressedAt,
    DateTimeOffset AnsweredAt
)
{
    public TimeSpan Took => AnsweredAt - PressedAt;
}

/// <param name="Message">The message an edit was about.</param>
/// <param name="At">When it was answered, which is when it had its effect.</param>
/// <param name="Took">From its arrival to its answer.</param>
/// <param name="Delayed">How long a limit held it back.</param>
internal sealed record Call(
    long Number,
    string Method,
    long? Chat,
    int? Message,
    int Status,
    DateTimeOffset At,
    TimeSpan Took,
    TimeSpan Delayed
)
{
    /// <summary>A new message or an edit: what Telegram's limits count.</summary>
    public bool IsCounted =>
        Status == 200
        && (
            Method.StartsWith("send", StringComparison.OrdinalIgnoreCase)
            || Method.StartsWith("edit", StringComparison.OrdinalIgnoreCase)
            || Method.StartsWith("copyMessage", StringComparison.OrdinalIgnoreCase)
        )
        && !Method.Equals("sendChatAction", StringComparison.OrdinalIgnoreCase);

    public bool IsEdit => IsCounted && Method.StartsWith("edit", StringComparison.OrdinalIgnoreCase);
}
