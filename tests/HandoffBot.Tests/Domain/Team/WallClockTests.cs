using CsCheck;
using HandoffBot.Domain.Team;

namespace HandoffBot.Tests.Domain.Team;

public sealed class WallClockTests
{
    private static readonly TimeZoneInfo[] Zones = [.. TimeZoneInfo.GetSystemTimeZones()];

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29 02:30", "2026-03-29 01:00")]
    [InlineData("Europe/Berlin", "2026-10-25 02:30", "2026-10-25 00:30")]
    [InlineData("Pacific/Apia", "2011-12-30 12:00", "2011-12-30 10:00")]
    [InlineData("Europe/Moscow", "2014-10-26 01:30", "2014-10-25 21:30")]
    [InlineData("Asia/Yekaterinburg", "2026-11-23 09:00", "2026-11-23 04:00")]
    public void Skipped_hour_is_the_change_and_doubled_hour_the_first(string zone, string local, string utc) =>
        Assert.Equal(
            new DateTimeOffset(DateTime.Parse(utc, CultureInfo.InvariantCulture), TimeSpan.Zero),
            WallClock.At(DateTime.Parse(local, CultureInfo.InvariantCulture), TimeZoneInfo.FindSystemTimeZoneById(zone))
        );

    [Fact]
    public void Instant_found_is_the_first_that_shows_the_time_or_later() =>
        Gen.Select(Gen.Int[0, Zones.Length - 1].Select(i => Zones[i]), Gen.Int[0, 40 * 366 * 24 * 4])
            .Sample(
                (zone, quarters) =>
                {
                    var local = new DateTime(2005, 1, 2).AddMinutes(15.0 * quarters);
                    var at = WallClock.At(local, zone);

                    return WallClock.Local(at, zone) >= local && WallClock.Local(at.AddTicks(-1), zone) < local;
                },
                iter: 20_000
            );
}
