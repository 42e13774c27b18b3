using HandoffBot.Load.Inside;
using HandoffBot.Load.Measures;
using HandoffBot.Persistence;
using HandoffBot.Tests.Crash;
using HandoffBot.Tests.Support;

namespace HandoffBot.Tests.Load;

/// <summary>The measures of <c>scripts/load</c>, short: what they lose, not how fast they are.</summary>
public sealed class Under_load_nothing_is_lost
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(200);

    [Theory, ClassData(typeof(BothDatabases))]
    public Task What_the_writer_took_together_or_alone_is_there(StorageProvider provider) =>
        ShortForm.MustBeSoundAsync(provider, (programs, on) => Writers.MeasureAsync(programs, on, Moment));

    [Theory, ClassData(typeof(BothDatabases))]
    public Task Posted_again_and_at_once_each_is_one_inquiry_and_each_contact_one_lead(StorageProvider provider) =>
        ShortForm.MustBeSoundAsync(
            provider,
            async (programs, on) => [await Repeats.MeasureAsync(programs, on, posts: 300)]
        );

    [Fact]
    public Task Sixty_four_at_once_are_all_taken() =>
        ShortForm.MustBeSoundAsync(
            StorageProvider.Sqlite,
            (programs, on) => Connections.MeasureAsync(programs, on, leads: 400, countsSyncs: false)
        );

    [Fact]
    public Task A_list_is_taken_in_whole_while_reps_press() =>
        ShortForm.MustBeSoundAsync(
            StorageProvider.Sqlite,
            (programs, on) => HandedList.MeasureAsync(programs, on, leads: 400)
        );

    [Fact]
    public Task A_press_is_answered_while_a_rush_waits() =>
        ShortForm.MustBeSoundAsync(
            StorageProvider.Sqlite,
            async (programs, on) => [await Backlog.MeasureAsync(programs, on, unsent: 200, presses: 10)]
        );
}
