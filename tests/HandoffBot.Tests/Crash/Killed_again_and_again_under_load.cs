using HandoffBot.Load.Kills;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;

namespace HandoffBot.Tests.Crash;

public sealed class Killed_again_and_again_under_load
{
    private const int Kills = 2;

    [Theory, ClassData(typeof(BothDatabases))]
    public Task What_was_acknowledged_is_there_and_every_lead_was_taken_once(StorageProvider provider) =>
        ShortForm.MustReachAsync(
            provider,
            async (programs, database) => await RandomKills.MeasureAsync(programs, database, Kills)
        );
}
