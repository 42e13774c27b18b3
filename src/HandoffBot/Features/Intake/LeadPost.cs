namespace HandoffBot.Features.Intake;

/// <summary>A lead as a sender wrote it: nothing read, nothing cleaned yet.</summary>
internal sealed record LeadPost
{
    public string? ExternalId { get; init; }

    public string? Name { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    public string? Messenger { get; init; }

    public string? Message { get; init; }

    public string? Product { get; init; }

    public string? City { get; init; }

    public string? Campaign { get; init; }

    public string? Page { get; init; }

    public string? OccurredAt { get; init; }

    public bool IsTest { get; init; }

    /// <summary>The marks of the advertisement: source, medium, campaign, content, term.</summary>
    public IReadOnlyDictionary<string, string> Utm { get; init; } = new Dictionary<string, string>();

    /// <summary>Whatever else the sender wanted kept.</summary>
    public IReadOnlyDictionary<string, string> Extra { get; init; } = new Dictionary<string, string>();
}
