using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Intake.ByHand;

/// <summary>The cities a team's leads come from, and those offered for its zone.</summary>
internal sealed class TeamCities(HandoffDb db)
{
    /// <summary>Somebody waits for the answer; older leads hardly know another city.</summary>
    private const int Leads = 2000;

    public async Task<CityNames> OfAsync(TeamId team, CancellationToken cancellationToken)
    {
        var had = await db
            .Leads.Where(l => l.Team == team && l.City != null)
            .OrderByDescending(l => l.ReceivedAt)
            .Take(Leads)
            .Select(l => l.City!)
            .ToListAsync(cancellationToken);
        return new CityNames([.. had, .. Enum.GetValues<Language>().SelectMany(Offered)]);
    }

    private static IEnumerable<string> Offered(Language language) =>
        Texts
            .Get("Team.Zones", language)
            .Split('|')
            .Select(zone => zone[(zone.IndexOf('=', StringComparison.Ordinal) + 1)..]);
}
