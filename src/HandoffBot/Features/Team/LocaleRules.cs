using PhoneNumbers;

namespace HandoffBot.Features.Team;

/// <summary>What a zone and a country may be.</summary>
internal static class LocaleRules
{
    public static bool IsZone(string id) => id.Contains('/') && TimeZoneInfo.TryFindSystemTimeZoneById(id, out _);

    /// <summary>Two capital letters of a country whose phones can be read.</summary>
    public static bool IsCountry(string code) => PhoneNumberUtil.GetInstance().GetSupportedRegions().Contains(code);
}
