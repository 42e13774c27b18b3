using HandoffBot.Load.Kills;
using HandoffBot.Persistence;

namespace HandoffBot.Tests.Crash;

public sealed class Killed_while_reminding
{
    private const int Kills = 2;

    [Fact]
    public Task Each_reminder_is_one_row_and_said_once() =>
        ShortForm.MustReachAsync(
            StorageProvider.Sqlite,
            async (programs, database) => await SweepKills.MeasureAsync(programs, database, Kills)
        );
}
