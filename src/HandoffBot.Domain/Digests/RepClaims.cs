using HandoffBot.Domain.Team;

namespace HandoffBot.Domain.Digests;

/// <summary>What part of a team's claims is one rep's, and how fast that rep makes them.</summary>
/// <param name="Share">Of all claims of that time, 0 to 1.</param>
/// <param name="Median">From the receipt to the claim, in the team's working time.</param>
internal sealed record RepClaims(int Count, double Share, TimeSpan Median)
{
    /// <param name="claims">The first claim of each lead: who made it, and how long the lead had waited.</param>
    public static IReadOnlyDictionary<PersonId, RepClaims> By(
        IReadOnlyCollection<(PersonId Rep, TimeSpan Took)> claims
    ) =>
        claims
            .GroupBy(c => c.Rep)
            .ToDictionary(
                g => g.Key,
                g => new RepClaims(
                    g.Count(),
                    (double)g.Count() / claims.Count,
                    Percentile.Median(g.Select(c => c.Took))!.Value
                )
            );
}
