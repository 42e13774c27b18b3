namespace HandoffBot.Persistence;

/// <summary>An update of the messenger that was seen: the only guard against its second effect.</summary>
internal sealed class SeenUpdate
{
    public required long BotId { get; init; }

    public required long UpdateId { get; init; }

    public UpdateState State { get; set; }

    public int Attempts { get; set; }

    /// <summary>The update itself, while it is not done.</summary>
    public string? Payload { get; set; }

    public string? Error { get; set; }

    public DateTimeOffset SeenAt { get; init; }
}

internal enum UpdateState
{
    Done,

    /// <summary>Stored, its effect still to come.</summary>
    Received,

    /// <summary>Given up after three attempts.</summary>
    Failed,
}
