using System.Collections.Concurrent;

namespace HandoffBot.Load.Running;

/// <summary>So many connections at once, each posting the next lead as soon as it was answered.</summary>
internal static class Poster
{
    /// <returns>Each lead posted and its answer; in no order.</returns>
    public static async Task<IReadOnlyCollection<(LeadPost Lead, PostAnswer Answer)>> PostAllAsync(
        Bot bot,
        IEnumerable<LeadPost> leads,
        int connections
    )
    {
        var answers = new ConcurrentBag<(LeadPost, PostAnswer)>();
        await Parallel.ForEachAsync(
            leads,
            new ParallelOptions { MaxDegreeOfParallelism = connections },
            async (lead, _) => answers.Add((lead, await bot.PostAsync(lead)))
        );
        return answers;
    }
}
