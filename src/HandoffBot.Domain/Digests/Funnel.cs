namespace HandoffBot.Domain.Digests;

/// <summary>What became of the leads of one campaign or source. The name is null for leads without a campaign.</summary>
/// <param name="Bad">Rejected for whatever reason.</param>
internal sealed record Funnel(string? Name, int Leads, int Qualified, int Won, int Bad)
{
    public double QualifiedShare => Leads == 0 ? 0 : (double)Qualified / Leads;

    /// <summary>Those with the most leads first.</summary>
    public static IReadOnlyList<Funnel> By(IEnumerable<LeadFacts> leads, Func<LeadFacts, string?> name) =>
        [
            .. leads
                .GroupBy(name)
                .Select(Of)
                .OrderByDescending(f => f.Leads)
                .ThenByDescending(f => f.Qualified)
                .ThenBy(f => f.Name is null)
                .ThenBy(f => f.Name, StringComparer.Ordinal),
        ];

    private static Funnel Of(IGrouping<string?, LeadFacts> group) =>
        new(
            group.Key,
            group.Count(),
            group.Count(l => l.IsQualified),
            group.Count(l => l.IsWon),
            group.Count(l => l.IsBad)
        );
}
