using HandoffBot.Domain.Team;

namespace HandoffBot.Tests.Domain.Team;

public sealed class QuietHoursTests
{
    [Theory]
    [InlineData("22-8", "21:59", false)]
    [InlineData("22-8", "22:00", true)]
    [InlineData("22-8", "03:00", true)]
    [InlineData("22-8", "08:00", false)]
    [InlineData("13:30–14", "13:30", true)]
    [InlineData("13:30–14", "14:00", false)]
    public void They_hold_from_the_first_minute_to_the_last_over_midnight_too(string said, string clock, bool isQuiet)
    {
        var (from, to) = ShiftPlanReader.Hours(said)!.Value;
        var quiet = new QuietHours(from, to, "Europe/Moscow");
        var time = TimeOnly.Parse(clock, CultureInfo.InvariantCulture);

        var at = WallClock.At(
            new DateOnly(2027, 3, 16).ToDateTime(time),
            TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow")
        );

        Assert.Equal(isQuiet, quiet.Holds(at));
    }

    [Theory]
    [InlineData("")]
    [InlineData("at night")]
    [InlineData("22")]
    [InlineData("22-25")]
    [InlineData("9-9")]
    public void What_are_no_hours_is_not_read(string said) => Assert.Null(ShiftPlanReader.Hours(said));
}
