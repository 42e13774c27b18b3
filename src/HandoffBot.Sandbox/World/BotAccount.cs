namespace HandoffBot.Sandbox.World;

internal sealed record BotAccount(long Id, string Token, string FirstName, string Username)
{
    /// <summary>Privacy mode off: in groups the bot sees every message, not only those meant for it.</summary>
    public bool ReadsEverything { get; init; }

    public Webhook? Webhook { get; init; }

    public DateTimeOffset WebhookSetAt { get; init; }

    /// <summary>The last delivery that failed, and why.</summary>
    public (DateTimeOffset At, string Words)? WebhookError { get; init; }

    /// <summary>Lists by <c>scope|language</c>, for instance <c>default|</c> or <c>chat:-100123|ru</c>.</summary>
    public ImmutableDictionary<string, ImmutableArray<BotCommand>> Commands { get; init; } =
        ImmutableDictionary<string, ImmutableArray<BotCommand>>.Empty;

    public ImmutableDictionary<string, string> Descriptions { get; init; } = ImmutableDictionary<string, string>.Empty;

    public ImmutableDictionary<string, string> ShortDescriptions { get; init; } =
        ImmutableDictionary<string, string>.Empty;

    /// <summary>The menu button's JSON by private chat; 0 is the default one.</summary>
    public ImmutableDictionary<long, string> MenuButtons { get; init; } = ImmutableDictionary<long, string>.Empty;
}
