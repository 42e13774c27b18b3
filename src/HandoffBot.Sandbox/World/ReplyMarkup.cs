namespace HandoffBot.Sandbox.World;

/// <summary>What hangs under a message or replaces the keyboard of the phone.</summary>
internal abstract record ReplyMarkup;

internal sealed record InlineKeyboard(ImmutableArray<ImmutableArray<Button>> Rows) : ReplyMarkup
{
    /// <summary>Two keyboards with the same text are the same to Telegram.</summary>
    public string Json => string.Join('\n', Rows.Select(row => string.Join(',', row.Select(b => b.Json))));
}

internal sealed record ReplyKeyboard(ImmutableArray<ImmutableArray<KeyboardButton>> Rows) : ReplyMarkup
{
    public string? Placeholder { get; init; }

    public bool OneTime { get; init; }
}

internal sealed record ForceReply(string? Placeholder) : ReplyMarkup;

internal sealed record RemoveKeyboard : ReplyMarkup;
