using HandoffBot.Load.Measures;
using HandoffBot.Persistence;
using HandoffBot.Tests.Crash;

namespace HandoffBot.Tests.Load;

/// <summary>The measures of <c>scripts/load</c>, short: what they lose, not how fast they are.</summary>
public sealed class In_a_storm_nothing_is_lost
{
    [Fact]
    public Task Told_500_for_a_while_it_says_everything_afterwards() =>
        ShortForm.MustBeSoundAsync(
            StorageProvider.Sqlite,
            async (programs, on) => [await Silence.MeasureAsync(programs, on, TimeSpan.FromSeconds(5))]
        );

    [Fact]
    public Task Refused_cut_off_and_killed_it_says_everything_in_the_end() =>
        ShortForm.MustBeSoundAsync(
            StorageProvider.Sqlite,
            (programs, on) => Storm.MeasureAsync(programs, on, teams: 20, TimeSpan.FromSeconds(10))
        );
}
