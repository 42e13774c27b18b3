using HandoffBot.Domain.Team;
using HandoffBot.Resources;

namespace HandoffBot.Features.Team;

/// <summary>The zones, countries and currencies offered by buttons; each language has the usual ones of its own.</summary>
internal static class LocaleChoices
{
    public static IReadOnlyList<Choice> Zones(Language language) => Read("Team.Zones", language);

    public static IReadOnlyList<Choice> Countries(Language language) => Read("Team.Countries", language);

    public static IReadOnlyList<Choice> Currencies(Language language) => Read("Team.Currencies", language);

    /// <summary>What a code is called, or the code itself.</summary>
    public static string NameOf(this IReadOnlyList<Choice> choices, string code) =>
        choices.FirstOrDefault(c => c.Code == code)?.Name ?? code;

    /// <summary>The code meant by a typed name or code; null for anything else.</summary>
    public static string? Meant(this IReadOnlyList<Choice> choices, string typed) =>
        choices
            .FirstOrDefault(c =>
                c.Code.Equals(typed.Trim(), StringComparison.OrdinalIgnoreCase)
                || c.Name.Equals(typed.Trim(), StringComparison.OrdinalIgnoreCase)
            )
            ?.Code;

    /// <summary><c>Moscow (UTC+3)</c>.</summary>
    public static string ZoneName(Locale locale, DateTimeOffset now)
    {
        var offset = TimeZoneInfo.FindSystemTimeZoneById(locale.ZoneId).GetUtcOffset(now);
        var sign = offset < TimeSpan.Zero ? "\u2212" : "+";
        var minutes = offset.Minutes == 0 ? "" : offset.ToString(@"\:mm", CultureInfo.InvariantCulture);
        var name = Zones(locale.Language).NameOf(locale.ZoneId);
        return string.Create(CultureInfo.InvariantCulture, $"{name} (UTC{sign}{Math.Abs(offset.Hours)}{minutes})");
    }

    /// <summary>Written as <c>code=name|code=name</c>.</summary>
    private static List<Choice> Read(string key, Language language) =>
        [.. Texts.Get(key, language).Split('|').Select(c => c.Split('=', 2)).Select(c => new Choice(c[0], c[1]))];

    internal sealed record Choice(string Code, string Name);
}
