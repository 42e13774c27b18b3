namespace HandoffBot.Sandbox.Demo;

/// <summary>Something that happens by itself while one watches the phones.</summary>
/// <param name="Key">The page's text for it is <c>Story.Key</c>.</param>
internal sealed record Story(string Key, Func<Stage, CancellationToken, Task> Play)
{
    public static IReadOnlyList<Story> All { get; } =
    [
        new("Rush", RushStory.PlayAsync),
        new("Nobody", NobodyStory.PlayAsync),
        new("Night", NightStory.PlayAsync),
        new("Holiday", HolidayStory.PlayAsync),
        new("NoStart", NoStartStory.PlayAsync),
        new("Leaving", LeavingStory.PlayAsync),
        new("Bad", BadLeadsStory.PlayAsync),
        new("Monday", MondayStory.PlayAsync),
        new("Cut", CutStory.PlayAsync),
    ];
}
