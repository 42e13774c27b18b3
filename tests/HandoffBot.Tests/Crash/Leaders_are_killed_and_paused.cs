using HandoffBot.Load.Kills;
using HandoffBot.Persistence;

namespace HandoffBot.Tests.Crash;

public sealed class Leaders_are_killed_and_paused
{
    private const int Teams = 20;
    private const int Kills = 2;
    private const int Pauses = 1;

    [Fact]
    public Task Another_one_speaks_and_nothing_is_lost_or_told_out_of_order() =>
        ShortForm.MustBeSoundAsync(
            StorageProvider.Postgres,
            async (programs, database) => await LeaderKills.MeasureAsync(programs, database, Teams, Kills, Pauses)
        );
}
