using HandoffBot.Domain.Team;

namespace HandoffBot.Domain.Reminders;

/// <summary>When to try again after a customer did not answer, until it is time to ask whether to close the lead.</summary>
internal static class RetryPlan
{
    /// <summary>Six attempts over seven days before "no answer" is a reason (Lead Response Management study).</summary>
    public const int Attempts = 6;

    private static readonly TimeSpan Soon = TimeSpan.FromHours(2);

    /// <summary>A call at the very opening finds nobody at their desk.</summary>
    private static readonly TimeOnly Morning = new(10, 0);

    /// <summary>Two hours after the first attempt, the next morning after the second, then every other day; always in working time.</summary>
    /// <param name="attempt">Which one was in vain, from 1.</param>
    /// <returns>Null after the last one.</returns>
    public static DateTimeOffset? After(int attempt, DateTimeOffset at, WorkingHours hours) =>
        attempt switch
        {
            1 => hours.NextOpen(at + Soon),
            2 => InDays(1, at, hours),
            < Attempts => InDays(2, at, hours),
            _ => null,
        };

    private static DateTimeOffset InDays(int days, DateTimeOffset at, WorkingHours hours)
    {
        var day = DateOnly.FromDateTime(WallClock.Local(at, hours.Zone)).AddDays(days);
        return hours.NextOpen(WallClock.At(day.ToDateTime(Morning), hours.Zone));
    }
}
