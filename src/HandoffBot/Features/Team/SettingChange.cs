namespace HandoffBot.Features.Team;

/// <summary>What became of an answer to a setting's question.</summary>
/// <param name="Key">Made: what is to be said beside it; not made: why, where it is not only that it cannot be read.</param>
internal sealed record SettingChange(bool IsMade, string? Key = null, params IReadOnlyList<string> Values)
{
    public static SettingChange Made { get; } = new(true);

    /// <summary>It cannot be read, or cannot be.</summary>
    public static SettingChange Refused { get; } = new(false);
}
