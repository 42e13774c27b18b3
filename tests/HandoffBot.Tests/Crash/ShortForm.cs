using HandoffBot.Load.Figures;
using HandoffBot.Load.Running;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Database = HandoffBot.Load.Running.Database;

namespace HandoffBot.Tests.Crash;

/// <summary>A measure of <c>scripts/load</c> with small counts, of what was built beside the tests.</summary>
internal static class ShortForm
{
    public static readonly Programs Built = new(
        Path.Combine(AppContext.BaseDirectory, "HandoffBot.dll"),
        Path.Combine(AppContext.BaseDirectory, "HandoffBot.Sandbox.dll"),
        Path.GetTempPath(),
        null
    );

    public static async Task MustReachAsync(
        StorageProvider provider,
        Func<Programs, Database, Task<IReadOnlyList<Row>>> measure
    ) =>
        Assert.All(
            await MeasureAsync(provider, measure),
            r => Assert.True(r.Reached, $"{r.What}: {r.Measured} instead of {r.AtLeast}")
        );

    /// <summary>Only what no slow machine may change.</summary>
    public static async Task MustBeSoundAsync(
        StorageProvider provider,
        Func<Programs, Database, Task<IReadOnlyList<Row>>> measure
    ) => Assert.All(await MeasureAsync(provider, measure), r => Assert.True(r.IsSound, $"{r.What}: {r.Measured}"));

    private static async Task<IReadOnlyList<Row>> MeasureAsync(
        StorageProvider provider,
        Func<Programs, Database, Task<IReadOnlyList<Row>>> measure
    )
    {
        await using var given = await TestDatabase.CreateAsync(provider);
        var database = Database.Given(provider.ToString(), given.ConnectionString);

        return await measure(Built, database);
    }
}
