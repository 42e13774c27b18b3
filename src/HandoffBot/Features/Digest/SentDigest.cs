using HandoffBot.Domain.Team;

namespace HandoffBot.Features.Digest;

/// <summary>A digest that was put into the outbox: one per team, kind and local date.</summary>
internal sealed class SentDigest
{
    public required TeamId Team { get; init; }

    public required DigestKind Kind { get; init; }

    public required DateOnly LocalDate { get; init; }

    public DateTimeOffset MadeAt { get; init; }

    /// <summary>The picture as the messenger keeps it.</summary>
    public string? FileId { get; set; }
}

internal enum DigestKind
{
    Weekly,
    Daily,
    BadLeads,
}
