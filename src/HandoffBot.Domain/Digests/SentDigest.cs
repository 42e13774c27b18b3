using HandoffBot.Domain.Team;

namespace HandoffBot.Domain.Digests;

/// <summary>A digest that was put into the outbox: one per team, kind, local date and slot of that date.</summary>
internal sealed class SentDigest
{
    public required TeamId Team { get; init; }

    public required DigestKind Kind { get; init; }

    public required DateOnly LocalDate { get; init; }

    /// <summary>The full hour that closed the period of an hourly one; 0 for those of a whole day.</summary>
    public int Slot { get; init; }

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
