using HandoffBot.Domain.Team;

namespace HandoffBot.Persistence;

/// <summary>
/// What was read or reserved in one transaction of the writer and stays true in it, so that many pieces of work ask once. All of it is
/// forgotten as soon as any of them is taken back.
/// </summary>
/// <param name="work">How many pieces of work share the transaction.</param>
internal sealed class BatchMemory(int work)
{
    private readonly Dictionary<string, Numbers> numbers = [];

    /// <summary>Where a team is spoken to.</summary>
    public Dictionary<TeamId, TeamPlaces> Places { get; } = [];

    public Dictionary<TeamId, SalesTeam> Teams { get; } = [];

    /// <summary>Ids of campaigns by their folded code.</summary>
    public Dictionary<(TeamId Team, string Code), long> Campaigns { get; } = [];

    /// <summary>What was looked up for all; null where each looks for itself.</summary>
    public Foresight? Foresight { get; set; }

    /// <summary>How many numbers of a kind are worth reserving at once; those left over are given back.</summary>
    public int Reserve { get; set; } = work;

    /// <summary>Numbers that were reserved and not used, by their kind.</summary>
    public IEnumerable<(string Counter, long Unused)> Unused =>
        numbers.Where(n => n.Value.Left > 0).Select(n => (n.Key, n.Value.Left));

    public void Reserved(string counter, long first, int count) => numbers[counter] = new Numbers(first, count);

    /// <summary>Null: none is left, so some are to be reserved.</summary>
    public long? Next(string counter)
    {
        if (!numbers.TryGetValue(counter, out var left) || left.Left == 0)
        {
            return null;
        }

        numbers[counter] = new Numbers(left.First + 1, left.Left - 1);
        return left.First;
    }

    public void Forget()
    {
        numbers.Clear();
        Places.Clear();
        Teams.Clear();
        Campaigns.Clear();
        Foresight = null;
    }

    private readonly record struct Numbers(long First, long Left);
}
