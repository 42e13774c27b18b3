namespace HandoffBot.Features.Intake.Lists;

/// <summary>Which file somebody is asked about; none of what stands in it.</summary>
internal sealed record ListDraft
{
    public string FileId { get; init; } = "";

    public string FileName { get; init; } = "";

    public long Bytes { get; init; }

    /// <summary>The list, once its team is known.</summary>
    public long List { get; init; }
}
