namespace HandoffBot.Domain.Webhooks;

/// <summary>When what was not taken is sent again: the schedule of the Standard Webhooks specification, three days in all.</summary>
internal static class WebhookRetries
{
    /// <summary>Up to a tenth of each wait comes on top, so that not all come back at once.</summary>
    public const double Jitter = 0.1;

    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(5),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(2),
        TimeSpan.FromHours(5),
        TimeSpan.FromHours(10),
        TimeSpan.FromHours(14),
        TimeSpan.FromHours(20),
        TimeSpan.FromHours(24),
    ];

    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(5);

    /// <summary>How often an event is tried at most: 10 times.</summary>
    public static int Tries => Waits.Length + 1;

    /// <summary>The wait after so many tries (from 1); null: it has failed for good.</summary>
    /// <param name="dice">0 to 1.</param>
    public static TimeSpan? After(int tries, double dice) =>
        tries > Waits.Length ? null : Waits[tries - 1] * (1 + (Jitter * dice));

    /// <summary>How long an address that is silent or busy is left alone: 5, 10, 20 … 300 seconds by how often in a row (from 1).</summary>
    public static TimeSpan Rest(int silences)
    {
        var rest = Waits[0] * Math.Pow(2, Math.Clamp(silences, 1, 10) - 1);
        return rest < LongestRest ? rest : LongestRest;
    }
}
