using System.Diagnostics;
using HandoffBot.Backups;
using HandoffBot.Domain.Leads;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using HandoffBot.Verbs;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffBot.Tests.Backups;

public sealed class MakeBackupTests : IDisposable
{
    private readonly TestFolder folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Backup_made_under_writes_is_whole_and_holds_every_acknowledged_lead(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var (acknowledged, enough, stop) = (new List<LeadId>(), new TaskCompletionSource(), false);
        var writing = WriteAsync();
        await enough.Task;
        var before = acknowledged.ToList();

        var outcome = await MakeAsync(bot, folder.Of("b"));
        stop = true;
        await writing;

        Assert.IsType<BackupOutcome.Made>(outcome);
        Assert.Empty(before.Select(l => l.Value).Except(await LeadsAsync(provider, folder.Of("b"))));
        Assert.Equal(["b"], folder.Names);

        async Task WriteAsync()
        {
            await Task.Yield();
            while (!stop)
            {
                acknowledged.Add(await bot.LeadAsync(TestBot.Monday));
                if (acknowledged.Count == 20)
                {
                    enough.SetResult();
                }
            }
        }
    }

    [Fact]
    public async Task Existing_file_is_not_written_over()
    {
        await using var bot = await TestBot.StartAsync(StorageProvider.Sqlite);
        await File.WriteAllTextAsync(folder.Of("b.db"), "precious", Token);

        var outcome = await MakeAsync(bot, folder.Of("b.db"));

        Assert.IsType<BackupOutcome.NameTaken>(outcome);
        Assert.Equal("precious", await File.ReadAllTextAsync(folder.Of("b.db"), Token));
    }

    [Fact]
    public async Task What_a_killed_backup_left_behind_is_in_nobodys_way()
    {
        await using var bot = await TestBot.StartAsync(StorageProvider.Sqlite);
        await File.WriteAllTextAsync(folder.Of("b.db.tmp"), "half", Token);

        var outcome = await MakeAsync(bot, folder.Of("b.db"));

        Assert.IsType<BackupOutcome.Made>(outcome);
        Assert.Equal(["b.db"], folder.Names);
    }

    [Fact]
    public async Task Backup_that_cannot_be_written_is_told_in_words_and_leaves_nothing()
    {
        await using var bot = await TestBot.StartAsync(StorageProvider.Sqlite);

        var outcome = await MakeAsync(bot, folder.Of("nowhere/b.db"));

        Assert.NotEmpty(Assert.IsType<BackupOutcome.Failed>(outcome).Words);
        Assert.Empty(folder.Names);
    }

    [Fact]
    public async Task Verb_makes_a_backup_of_what_is_there_and_none_of_what_is_not()
    {
        await using var database = await TestDatabase.CreateAsync(StorageProvider.Sqlite);
        await CommandLine.RunAsync(["migrate", Connection(database.ConnectionString)]);

        int[] codes =
        [
            await CommandLine.RunAsync(["backup", folder.Of("b.db"), Connection(database.ConnectionString)]),
            await CommandLine.RunAsync(["backup", folder.Of("b.db"), Connection(database.ConnectionString)]),
            await CommandLine.RunAsync(["backup", folder.Of("c.db"), Connection($"Data Source={folder.Of("no.db")}")]),
        ];

        Assert.Equal([ExitCode.Done, ExitCode.Failed, ExitCode.Failed], codes);
        Assert.Equal(["b.db"], folder.Names);
    }

    private static Task<BackupOutcome> MakeAsync(TestBot bot, string file) =>
        bot.Services.GetRequiredService<MakeBackup>().HandleAsync(file, mayReplace: false, Token);

    private static string Connection(string connection) => $"--ConnectionStrings:Handoff={connection}";

    private static async Task<List<long>> LeadsAsync(StorageProvider provider, string file)
    {
        if (provider is StorageProvider.Sqlite)
        {
            await using var db = SqliteHandoffDb.Over(SqliteFile.ConnectionString(file, SqliteOpenMode.ReadOnly));
            return await db.Leads.Select(l => l.Id.Value).ToListAsync(Token);
        }

        var start = new ProcessStartInfo("pg_restore", ["--data-only", "--table=leads", "--file=-", file])
        {
            RedirectStandardOutput = true,
        };
        using var restore = Process.Start(start)!;
        var lines = (await restore.StandardOutput.ReadToEndAsync(Token)).Split('\n');
        return
        [
            .. lines
                .SkipWhile(l => !l.StartsWith("COPY"))
                .Skip(1)
                .TakeWhile(l => l is not @"\.")
                .Select(l => long.Parse(l.Split('\t')[0], CultureInfo.InvariantCulture)),
        ];
    }
}
