using HandoffBot.Domain.Team;

namespace HandoffBot.Domain.Campaigns;

/// <summary>What marketing spends money on; leads carry its code.</summary>
internal sealed class Campaign
{
    public long Id { get; private set; }

    public required TeamId Team { get; init; }

    /// <summary>The code without case and outer spaces, by which it is found.</summary>
    public required string Code { get; init; }

    /// <summary>As it was first written.</summary>
    public required string Name { get; init; }

    public DateTimeOffset FirstSeenAt { get; init; }

    public static string Fold(string code) => code.Trim().ToLowerInvariant();
}
