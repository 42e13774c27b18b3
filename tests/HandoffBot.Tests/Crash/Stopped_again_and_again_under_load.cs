using HandoffBot.Load.Kills;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;

namespace HandoffBot.Tests.Crash;

public sealed class Stopped_again_and_again_under_load
{
    private const int Stops = 2;

    [Theory, ClassData(typeof(BothDatabases))]
    public Task What_it_was_saying_is_said_once(StorageProvider provider) =>
        ShortForm.MustReachAsync(
            provider,
            async (programs, database) => await StopsUnderLoad.MeasureAsync(programs, database, Stops)
        );
}
