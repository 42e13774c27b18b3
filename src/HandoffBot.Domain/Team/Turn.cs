namespace HandoffBot.Domain.Team;

/// <summary>
/// Whose turn it is. Everybody's share of the week's offers is to be their share of the time on shift, times their weight: the next
/// is whoever is farthest behind that. Time away counts for nobody, so nobody is flooded who comes back.
/// </summary>
internal static class Turn
{
    /// <summary>Less time on shift than this counts as this much: who has just come is not drowned for having had nothing yet.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromMinutes(30);

    /// <param name="Weight">1 for most; 2 gets twice as many; 0 none.</param>
    /// <param name="OnShift">This week, until now.</param>
    internal readonly record struct Candidate(PersonId Person, int Weight, TimeSpan OnShift, int Offers);

    /// <summary>Null when nobody may be offered anything. Of equals the one with the lowest id, so that the answer is always the same.</summary>
    public static PersonId? Of(IEnumerable<Candidate> candidates)
    {
        var best = candidates
            .Where(c => c.Weight > 0)
            .Select(c =>
                (
                    c.Person,
                    Load: (c.Offers + 1)
                        / (c.Weight * Math.Max(c.OnShift.Ticks, Shortest.Ticks) / (double)TimeSpan.TicksPerHour)
                )
            )
            .OrderBy(c => c.Load)
            .ThenBy(c => c.Person.Value)
            .Select(c => (PersonId?)c.Person)
            .FirstOrDefault();
        return best;
    }
}
