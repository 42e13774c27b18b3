namespace HandoffBot.Sandbox.World;

/// <summary>A button of an inline keyboard; exactly one of the actions is set.</summary>
internal sealed record Button(string Text)
{
    public string? CallbackData { get; init; }

    public string? Url { get; init; }

    public string? CopyText { get; init; }

    public string? WebAppUrl { get; init; }

    /// <summary>danger, success or primary.</summary>
    public string? Style { get; init; }

    /// <summary>The button as the bot gave it; that is also how it comes back in the message.</summary>
    public string Json { get; init; } = "{}";
}
