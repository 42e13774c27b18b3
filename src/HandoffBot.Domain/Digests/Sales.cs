namespace HandoffBot.Domain.Digests;

/// <summary>Leads won in a period; a won lead whose sum nobody gave counts without one.</summary>
internal sealed record Sales(int Count, long SumMinor)
{
    public static Sales In(DigestPeriod period, IEnumerable<LeadFacts> leads)
    {
        List<LeadFacts> won = [.. leads.Where(l => l.IsWon && period.Contains(l.ClosedAt))];
        return new(won.Count, won.Sum(l => l.AmountMinor ?? 0));
    }
}
