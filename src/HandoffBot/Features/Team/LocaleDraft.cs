using HandoffBot.Domain.Team;

namespace HandoffBot.Features.Team;

/// <summary>What was chosen so far for a team, and for which chat.</summary>
internal sealed class LocaleDraft
{
    /// <summary>The chat of a team that is not made yet; 0: an existing team is changed.</summary>
    public long Chat { get; set; }

    public int Thread { get; set; }

    public int Team { get; set; }

    public Language Language { get; set; }

    public string Zone { get; set; } = "";

    public string Country { get; set; } = "";

    public string Currency { get; set; } = "";

    public Locale Locale => new(Language, Zone, Country, Currency);

    public static LocaleDraft Of(Locale locale) =>
        new()
        {
            Language = locale.Language,
            Zone = locale.ZoneId,
            Country = locale.Country,
            Currency = locale.Currency,
        };
}
