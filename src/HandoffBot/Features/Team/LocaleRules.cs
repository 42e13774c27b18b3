namespace HandoffBot.Features.Team;

/// <summary>What a zone and a country may be.</summary>
internal static class LocaleRules
{
    public static bool IsZone(string id) => id.Contains('/') && TimeZoneInfo.TryFindSystemTimeZoneById(id, out _);

    public static bool IsCountry(string code) => code.Length == 2 && code.All(char.IsAsciiLetterUpper);
}
