namespace HandoffBot.Features.Promotions;

/// <summary>What was said so far of a promotion that is not announced yet.</summary>
internal sealed record PromotionDraft
{
    public int Team { get; init; }

    public string? Text { get; init; }

    public DateOnly? StartsOn { get; init; }
}
