using HandoffBot.Domain.Intake;
using HandoffBot.Domain.Team;
using HandoffBot.Resources;

namespace HandoffBot.Features.Team;

/// <summary>The zone of a city, typed in either language: larger cities by a list, others by the names of the zones themselves.</summary>
internal static class ZoneCities
{
    private static readonly string[] Regions =
    [
        "Africa",
        "America",
        "Antarctica",
        "Asia",
        "Atlantic",
        "Australia",
        "Europe",
        "Indian",
        "Pacific",
    ];

    private static readonly Lazy<Dictionary<string, string>> Known = new(Read);

    /// <summary>IANA name; null for a city nobody knows.</summary>
    public static string? ZoneOf(string city) => Known.Value.GetValueOrDefault(Folded(city));

    private static Dictionary<string, string> Read()
    {
        var known = new Dictionary<string, string>();
        foreach (var language in Enum.GetValues<Language>())
        {
            foreach (var zone in Texts.Get("Team.Cities", language).Split('|').Select(z => z.Split('=', 2)))
            {
                foreach (var city in zone[1].Split(','))
                {
                    known.TryAdd(Folded(city), zone[0]);
                }
            }

            foreach (var zone in LocaleChoices.Zones(language))
            {
                known.TryAdd(Folded(zone.Name), zone.Code);
            }
        }

        // The longest of several names is the least likely to be an old one: America/Kentucky/Louisville.
        var zones = TimeZoneInfo.GetSystemTimeZones().Select(z => z.Id).Where(id => Regions.Contains(id.Split('/')[0]));
        foreach (
            var id in zones.OrderByDescending(id => id.Length).Where(id => id.Contains('/', StringComparison.Ordinal))
        )
        {
            known.TryAdd(Folded(id.Split('/')[^1]), id);
        }

        return known;
    }

    private static string Folded(string city) => Latin.Of(city.Trim()).Replace('_', ' ').Replace('-', ' ');
}
