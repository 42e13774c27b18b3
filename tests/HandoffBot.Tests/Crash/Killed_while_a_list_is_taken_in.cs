using HandoffBot.Domain.Team;
using HandoffBot.Load.Kills;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;

namespace HandoffBot.Tests.Crash;

public sealed class Killed_while_a_list_is_taken_in
{
    private const int Kills = 1;

    [Theory, ClassData(typeof(BothLanguages))]
    public Task Nobody_sees_a_part_of_it_and_after_the_start_all_of_it_is_there_once(string language) =>
        ShortForm.MustReachAsync(
            StorageProvider.Sqlite,
            (programs, database) => ListKills.MeasureAsync(programs, database, Enum.Parse<Language>(language), Kills)
        );
}
