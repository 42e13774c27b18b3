using HandoffBot.Domain.Team;

namespace HandoffBot.Domain.Campaigns;

/// <summary>A campaign announced to sales ahead of its start.</summary>
internal sealed class Promotion
{
    public long Id { get; private set; }

    public required TeamId Team { get; init; }

    public required string Text { get; init; }

    public required DateOnly StartsOn { get; init; }

    public required PersonId AnnouncedBy { get; init; }

    public required DateTimeOffset AnnouncedAt { get; init; }
}

/// <summary>What a member answered to a promotion; may be changed.</summary>
internal sealed class Readiness
{
    public required long PromotionId { get; init; }

    public required PersonId Person { get; init; }

    public ReadinessAnswer Answer { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>What is asked, or what is missing, in the member's own words.</summary>
    public string? Words { get; set; }

    public bool NeedsWords => Answer is not ReadinessAnswer.Ready;
}

internal enum ReadinessAnswer
{
    Ready,
    Question,
    NotReady,
}

/// <summary>What happened to a promotion, as for leads.</summary>
internal sealed class PromotionEvent
{
    public long Seq { get; private set; }

    public required long PromotionId { get; init; }

    public required string Kind { get; init; }

    public required DateTimeOffset At { get; init; }

    public PersonId? Actor { get; init; }

    public string Codes { get; init; } = "{}";
}
