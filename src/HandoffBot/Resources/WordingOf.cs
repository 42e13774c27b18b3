using HandoffBot.Domain.Team;

namespace HandoffBot.Resources;

/// <summary>How a team, or somebody in none, is spoken to.</summary>
internal static class WordingOf
{
    public static Wording Words(this SalesTeam team) =>
        new(team.Locale.Language, team.Zone, Currency.ByCode(team.Locale.Currency) ?? Currency.Euro);

    public static Wording Stranger(string? languageCode) =>
        new(
            languageCode?.StartsWith("ru", StringComparison.OrdinalIgnoreCase) == true
                ? Language.Russian
                : Language.English,
            TimeZoneInfo.Utc,
            Currency.Euro
        );
}
