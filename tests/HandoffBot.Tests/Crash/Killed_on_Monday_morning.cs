using HandoffBot.Load.Kills;
using HandoffBot.Persistence;

namespace HandoffBot.Tests.Crash;

public sealed class Killed_on_Monday_morning
{
    private const int Kills = 2;

    [Fact]
    public Task No_weekly_summary_is_missing_or_made_twice() =>
        ShortForm.MustReachAsync(
            StorageProvider.Sqlite,
            async (programs, database) => await WeeklyKills.MeasureAsync(programs, database, Kills)
        );
}
