using HandoffBot.Load.Inside;
using HandoffBot.Persistence;
using HandoffBot.Tests.Crash;

namespace HandoffBot.Tests.Load;

public sealed class Nobody_is_told_early_late_twice_or_never
{
    private static readonly DateTimeOffset March = new(2027, 3, 8, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Clocks change on 14 March in America and on the 28th in Europe.</summary>
    [Fact]
    public Task By_teams_all_over_the_world_while_clocks_change_and_the_bot_is_down_now_and_then() =>
        ShortForm.MustBeSoundAsync(
            StorageProvider.Sqlite,
            (programs, on) =>
                Year.MeasureAsync(
                    programs,
                    on,
                    new YearPlan(March, March.AddDays(24), teams: 10, leadsEach: 12, downs: 16, seed: 7)
                )
        );

    [Fact]
    public Task However_many_steps_are_due_at_once() =>
        ShortForm.MustBeSoundAsync(
            StorageProvider.Sqlite,
            (programs, on) => Steps.MeasureAsync(programs, on, teams: 3, open: 30, all: 300)
        );
}
