using HandoffBot.Load.Inside;
using HandoffBot.Persistence;
using HandoffBot.Tests.Crash;

namespace HandoffBot.Tests.Load;

public sealed class Nobody_is_told_early_late_twice_or_never
{
    /// <summary>Clocks change on 14 March in America and on the 28th in Europe; on 31 October in Europe and on 7 November in America.</summary>
    [Theory]
    [InlineData("2027-03-08", 7)]
    [InlineData("2027-10-18", 11)]
    public Task By_teams_all_over_the_world_while_clocks_change_and_the_bot_is_down_now_and_then(string day, int seed)
    {
        var from = new DateTimeOffset(DateTime.Parse(day, CultureInfo.InvariantCulture), TimeSpan.Zero);
        return ShortForm.MustBeSoundAsync(
            StorageProvider.Sqlite,
            (programs, on) =>
                Year.MeasureAsync(
                    programs,
                    on,
                    new YearPlan(from, from.AddDays(24), teams: 10, leadsEach: 12, downs: 16, seed)
                )
        );
    }

    [Fact]
    public Task However_many_steps_are_due_at_once() =>
        ShortForm.MustBeSoundAsync(
            StorageProvider.Sqlite,
            (programs, on) => Steps.MeasureAsync(programs, on, teams: 3, open: 30, all: 300)
        );
}
