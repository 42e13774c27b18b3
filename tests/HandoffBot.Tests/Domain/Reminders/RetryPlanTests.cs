using CsCheck;
using HandoffBot.Domain.Reminders;
using HandoffBot.Domain.Team;

namespace HandoffBot.Tests.Domain.Reminders;

public sealed class RetryPlanTests
{
    /// <summary>A Tuesday, 10:00.</summary>
    private static readonly DateTimeOffset Ten = new(2027, 3, 16, 10, 0, 0, TimeSpan.Zero);

    private static readonly WorkingHours Weekdays = WorkingHours.Default(TimeZoneInfo.Utc);

    private static readonly WorkingHours Daily = new(
        TimeZoneInfo.Utc,
        WeekDays.All,
        new TimeOnly(9, 0),
        new TimeOnly(18, 0)
    );

    [Fact]
    public void Six_attempts_are_spread_over_seven_days_and_then_no_more_is_planned()
    {
        var tries = new List<DateTimeOffset> { Ten };
        while (RetryPlan.After(tries.Count, tries[^1], Daily) is { } next)
        {
            tries.Add(next);
        }

        Assert.Equal([Ten, Ten.AddHours(2), Ten.AddDays(1), Ten.AddDays(3), Ten.AddDays(5), Ten.AddDays(7)], tries);
    }

    [Fact]
    public void Outside_working_time_it_is_the_next_opening()
    {
        var evening = RetryPlan.After(1, Ten.AddHours(7), Weekdays);
        var friday = RetryPlan.After(2, Ten.AddDays(3), Weekdays);

        Assert.Equal(Ten.AddDays(1).AddHours(-1), evening);
        Assert.Equal(Ten.AddDays(6).AddHours(-1), friday);
    }

    [Fact]
    public void A_try_is_always_later_and_in_working_time() =>
        Gen.Select(Gen.Int[1, RetryPlan.Attempts - 1], Gen.Int[0, 60 * 24 * 400])
            .Sample(
                (attempt, minutes) =>
                {
                    var at = Ten.AddMinutes(minutes);
                    var next = RetryPlan.After(attempt, at, Weekdays)!.Value;
                    return next > at && Weekdays.IsOpen(next);
                }
            );
}
