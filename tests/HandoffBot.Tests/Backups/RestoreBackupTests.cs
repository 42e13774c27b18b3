using HandoffBot.Backups;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using HandoffBot.Verbs;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffBot.Tests.Backups;

public sealed class RestoreBackupTests : IAsyncLifetime
{
    private InstalledBot bot = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => bot = await InstalledBot.CreateAsync();

    public ValueTask DisposeAsync()
    {
        bot.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Restored_database_holds_its_old_messages_and_the_one_before_is_kept()
    {
        await bot.SayAsync("old", "older");
        await bot.BackUpAsync("b.db");
        await bot.SayAsync("new");

        var outcome = Assert.IsType<RestoreOutcome.Restored>(await bot.RestoreAsync("b.db"));

        Assert.Equal(["Held restored", "Held restored"], await InstalledBot.RowsAsync(bot.File));
        Assert.Equal(["Pending ", "Pending ", "Pending "], await InstalledBot.RowsAsync(outcome.Kept!));
        Assert.Equal(2, outcome.Waiting);
    }

    [Fact]
    public async Task Old_messages_go_out_again_only_when_that_is_asked_for()
    {
        await bot.SayAsync("old");
        await bot.BackUpAsync("b.db");

        var code = await bot.RunAsync("restore", bot.Folder.Of("b.db"), "--say-again");

        Assert.Equal(ExitCode.Done, code);
        Assert.Equal(["Pending "], await InstalledBot.RowsAsync(bot.File));
    }

    [Fact]
    public async Task What_was_held_is_let_go_by_a_word()
    {
        await bot.SayAsync("old");
        await bot.BackUpAsync("b.db");
        await bot.RunAsync("restore", bot.Folder.Of("b.db"));

        var code = await bot.RunAsync("restore", "--release");

        Assert.Equal(ExitCode.Done, code);
        Assert.Equal(["Pending "], await InstalledBot.RowsAsync(bot.File));
    }

    [Theory]
    [InlineData("cut", "is damaged")]
    [InlineData("zeroed", "is damaged")]
    [InlineData("text", "is damaged")]
    [InlineData("empty", "holds no database of HandoffBot")]
    [InlineData("foreign", "holds no database of HandoffBot")]
    [InlineData("newer", "was made by a newer HandoffBot (99990101000000_FromTheFuture)")]
    [InlineData("missing", "there is no file")]
    public async Task What_is_no_whole_backup_of_ours_is_refused_and_nothing_is_touched(string kind, string words)
    {
        await bot.SayAsync("new");
        await bot.BackUpAsync("b.db");
        await SpoiledFile.MakeAsync(bot.Folder.Of("b.db"), kind);
        var (before, names) = (await File.ReadAllBytesAsync(bot.File, Token), bot.Folder.Names.ToList());

        var outcome = await bot.RestoreAsync("b.db");

        Assert.Contains(words, Assert.IsType<RestoreOutcome.Refused>(outcome).Words);
        Assert.Equal(before, await File.ReadAllBytesAsync(bot.File, Token));
        Assert.Equal(names, bot.Folder.Names);
    }

    [Fact]
    public async Task Beside_the_running_bot_it_is_refused_in_one_line()
    {
        await bot.BackUpAsync("b.db");
        await using var running = bot.Build();
        await running.Services.GetRequiredService<Database>().MigrateAsync(Token);

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => bot.RestoreAsync("b.db"));

        Assert.Contains("stop it first", Assert.Single(Trouble.Of(refused)!.Lines));
    }

    [Fact]
    public async Task Backup_of_an_older_version_is_brought_up_to_date()
    {
        await InstalledBot.MakeOldAsync(bot.Folder.Of("old.db"));

        var outcome = await bot.RestoreAsync("old.db");

        await using var app = bot.Build();
        Assert.IsType<RestoreOutcome.Restored>(outcome);
        Assert.Empty(await app.Services.GetRequiredService<Database>().PendingAsync(Token));
    }

    [Fact]
    public async Task Damaged_database_gives_way_to_its_backup_and_is_kept()
    {
        await bot.BackUpAsync("b.db");
        await File.WriteAllTextAsync(bot.File, "noise", Token);

        var outcome = Assert.IsType<RestoreOutcome.Restored>(await bot.RestoreAsync("b.db"));

        Assert.Equal("noise", await File.ReadAllTextAsync(outcome.Kept!, Token));
        Assert.Empty(await InstalledBot.RowsAsync(bot.File));
    }

    [Fact]
    public async Task Copied_database_with_its_log_beside_it_is_restored_whole()
    {
        await using (var app = bot.Build())
        {
            await app.Services.GetRequiredService<Database>().MigrateAsync(Token);
            await bot.SayAsync("in the log");
            File.Copy(bot.File, bot.Folder.Of("copy.db"));
            File.Copy(bot.File + "-wal", bot.Folder.Of("copy.db-wal"));
        }

        await bot.RestoreAsync("copy.db");

        Assert.Equal(["Held restored"], await InstalledBot.RowsAsync(bot.File));
    }

    [Theory]
    [InlineData("restore")]
    [InlineData("restore", "b.db", "--release")]
    public async Task Restore_wants_either_a_file_or_the_release(params string[] asked) =>
        Assert.Equal(ExitCode.Failed, await bot.RunAsync(asked));
}
