using HandoffBot.Domain.Intake;
using HandoffBot.Domain.Team;

namespace HandoffBot.Domain.Campaigns;

/// <summary>What marketing spends money on; leads carry its code.</summary>
internal sealed class Campaign
{
    public long Id { get; private set; }

    public required TeamId Team { get; init; }

    /// <summary>The code without case and outer spaces, by which it is found.</summary>
    public required string Code { get; set; }

    /// <summary>As it was first written.</summary>
    public required string Name { get; set; }

    public DateTimeOffset FirstSeenAt { get; init; }

    /// <summary>A visitor wrote a contact into it: it counts on under a name without.</summary>
    public void Forget() =>
        (Code, Name) = (string.Create(CultureInfo.InvariantCulture, $"forgotten-{Id}"), ContactMask.Text(Name));

    public static string Fold(string code) => code.Trim().ToLowerInvariant();
}
