using HandoffBot.Load.Kills;
using HandoffBot.Persistence;

namespace HandoffBot.Tests.Crash;

public sealed class Killed_while_answering
{
    private const int Kills = 2;

    [Fact]
    public Task The_card_shows_the_winner_in_the_end_and_the_next_press_is_told_so() =>
        ShortForm.MustReachAsync(
            StorageProvider.Sqlite,
            async (programs, database) => await PressedKills.MeasureAsync(programs, database, Kills)
        );
}
