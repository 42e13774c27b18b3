using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.Control;

/// <param name="Ahead">How far the world's clock is ahead of the machine's.</param>
/// <param name="RefusedForLimits">Calls answered 429 because a limit was broken or a fault ordered so, since the start.</param>
/// <param name="Unconfirmed">Updates the bot has not confirmed yet.</param>
internal sealed record WorldSeen(
    string Token,
    string BotUsername,
    TimeSpan Ahead,
    LimitsSeen Limits,
    long RefusedForLimits,
    int Unconfirmed
);

internal sealed record LimitsSwitch(bool On);

/// <summary>0 is no limit.</summary>
internal sealed record LimitsSeen(
    bool On,
    int PerGroupPerMinute,
    double PerChatPerSecond,
    int ChatBurst,
    int PerSecond
);

internal sealed record MessageSeen(
    int Id,
    DateTimeOffset At,
    DateTimeOffset? EditedAt,
    string? Text,
    int? ReplyTo,
    IReadOnlyList<string> Buttons,
    IReadOnlyList<string?> Data
)
{
    public static MessageSeen Of(Message message) =>
        new(
            message.Id,
            message.At,
            message.EditedAt,
            message.Text,
            message.ReplyTo,
            [.. message.Buttons.Select(b => b.Text)],
            [.. message.Buttons.Select(b => b.CallbackData)]
        );
}

/// <param name="Message">The message meant by an edit, or the like.</param>
/// <param name="At">When it was answered.</param>
/// <param name="Took">Real time from its arrival to its answer.</param>
/// <param name="Delayed">How long a limit held it back.</param>
internal sealed record CallSeen(
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
    public static CallSeen Of(Call call) =>
        new(call.Number, call.Method, call.ChatId, call.MessageId, call.Status, call.At, call.Took, call.Delayed);
}
