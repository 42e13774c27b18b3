using HandoffBot.Load.Kills;
using HandoffBot.Persistence;

namespace HandoffBot.Tests.Crash;

public sealed class Killed_at_each_point_of_a_leads_road
{
    private const int Passes = 1;

    [Fact]
    public Task Before_and_after_each_commit_answer_and_send_nothing_is_lost_or_done_twice() =>
        ShortForm.MustReachAsync(
            StorageProvider.Sqlite,
            async (programs, database) => await NamedPoints.MeasureAsync(programs, database, Passes)
        );
}
