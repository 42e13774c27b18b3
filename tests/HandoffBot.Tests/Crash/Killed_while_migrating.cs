using HandoffBot.Load.Kills;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;

namespace HandoffBot.Tests.Crash;

public sealed class Killed_while_migrating
{
    private const int Kills = 3;

    [Theory, ClassData(typeof(BothDatabases))]
    public Task The_next_migration_heals_what_a_killed_one_left(StorageProvider provider) =>
        ShortForm.MustReachAsync(
            provider,
            async (programs, database) => await MigrateKills.MeasureAsync(programs, database, Kills)
        );
}
