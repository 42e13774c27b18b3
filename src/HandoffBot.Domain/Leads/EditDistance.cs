namespace HandoffBot.Domain.Leads;

/// <summary>How many letters were mistyped: left out, added, exchanged, or two in the wrong order.</summary>
internal static class EditDistance
{
    public static int Of(string one, string other)
    {
        var cost = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                cost[i, j] = Math.Min(i, j) == 0 ? Math.Max(i, j) : Cheapest(cost, one, other, i, j);
            }
        }

        return cost[one.Length, other.Length];
    }

    private static int Cheapest(int[,] cost, string one, string other, int i, int j)
    {
        var exchanged = cost[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
        var cheapest = Math.Min(exchanged, Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1);
        var turned = i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
        return turned ? Math.Min(cheapest, cost[i - 2, j - 2] + 1) : cheapest;
    }
}
