using HandoffBot.Load.Running;
using HandoffBot.Persistence;
using HandoffBot.Tests.Crash;
using HandoffBot.Tests.Support;
using Microsoft.Data.Sqlite;
using Database = HandoffBot.Load.Running.Database;

namespace HandoffBot.Tests.Persistence;

/// <summary>What happens to the file under a running bot, in a process of its own.</summary>
public sealed class LostDatabaseTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task File_that_is_deleted_under_the_running_bot_ends_it_and_no_lead_is_acknowledged_into_nothing()
    {
        await using var stage = await StageAsync();
        Assert.NotNull((await stage.Bot.PostAsync(LeadPost.Of(1))).Lead);

        File.Delete(stage.File);
        var answer = await stage.Bot.PostAsync(LeadPost.Of(2));

        Assert.Null(answer.Lead);
        Assert.NotEqual(0, await stage.Bot.Running.ExitAsync(Patience));
        Assert.Contains(
            $"HandoffBot cannot go on: {stage.File} is gone",
            stage.Bot.Running.Said,
            StringComparison.Ordinal
        );
        Assert.Contains("HandoffBot restore FILE", stage.Bot.Running.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_that_is_damaged_under_the_running_bot_ends_it_with_the_way_back()
    {
        await using var stage = await StageAsync();
        Assert.NotNull((await stage.Bot.PostAsync(LeadPost.Of(1))).Lead);

        await stage.DamageAsync();
        var answer = await stage.Bot.PostAsync(LeadPost.Of(2));

        Assert.Null(answer.Lead);
        Assert.NotEqual(0, await stage.Bot.Running.ExitAsync(Patience));
        Assert.Contains("is damaged", stage.Bot.Running.Said, StringComparison.Ordinal);
        Assert.Contains("HandoffBot restore FILE", stage.Bot.Running.Said, StringComparison.Ordinal);
    }

    private static async Task<FileStage> StageAsync()
    {
        var database = await TestDatabase.CreateMigratedAsync(StorageProvider.Sqlite);
        return new FileStage(
            database,
            await Stage.StartAsync(
                ShortForm.Built,
                Database.Given(nameof(StorageProvider.Sqlite), database.ConnectionString),
                limits: false,
                reps: 1
            )
        );
    }

    private sealed class FileStage(TestDatabase database, Stage stage) : IAsyncDisposable
    {
        public Bot Bot => stage.Bot;

        public string File { get; } = new SqliteConnectionStringBuilder(database.ConnectionString).DataSource;

        /// <summary>The pages where the leads are, once nothing newer lies in the log beside the file.</summary>
        public async Task DamageAsync()
        {
            await using (var connection = new SqliteConnection($"{database.ConnectionString};Pooling=false"))
            {
                await connection.OpenAsync();
                await using var command = connection.CreateCommand();
                command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
                // Its first column tells whether somebody was in the way.
                while (await command.ExecuteScalarAsync() is not 0L) { }
            }

            await using var file = new FileStream(File, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            file.Seek(PageSize, SeekOrigin.Begin);
            await file.WriteAsync(new byte[file.Length - PageSize]);
        }

        private const int PageSize = 4096;

        public async ValueTask DisposeAsync()
        {
            await stage.DisposeAsync();
            await database.DisposeAsync();
        }
    }
}
