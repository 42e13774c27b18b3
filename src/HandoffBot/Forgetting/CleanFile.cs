using HandoffBot.Backups;
using HandoffBot.Persistence;

namespace HandoffBot.Forgetting;

/// <summary>
/// Writes the SQLite file anew once somebody was forgotten: what is deleted stays readable in its free space and its log until then.
/// How many marks it is clean of stands in the file itself.
/// </summary>
internal sealed class CleanFile(DatabaseFile database, LastNight night)
{
    /// <summary>A file up to this size, 64 MB, takes a moment; nothing is written meanwhile, so a larger one waits for the night.</summary>
    public long AtOnceUpTo { get; init; } = 64L << 20;

    private Task running = Task.CompletedTask;

    /// <param name="marks">How many there are now.</param>
    /// <param name="newest">When the newest was made.</param>
    public async Task CleanAsync(int marks, DateTimeOffset newest, CancellationToken cancellationToken)
    {
        if (database.Path is not { } file || !running.IsCompleted)
        {
            return;
        }

        await running;
        running = Task.CompletedTask;
        var mayNow = new FileInfo(file).Length <= AtOnceUpTo || newest < night.CameAt;
        if (mayNow && await SqliteFile.CleanOfAsync(file, cancellationToken) != marks)
        {
            running = Task.Run(
                () => SqliteFile.WriteAnewAsync(file, marks, CancellationToken.None),
                CancellationToken.None
            );
        }

        // Longer than that and the sweep would count as stalled; it looks again.
        await Task.WhenAny(running, Task.Delay(TimeSpan.FromSeconds(5), TimeProvider.System, cancellationToken));
    }
}
