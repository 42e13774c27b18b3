using HandoffBot.Backups;
using HandoffBot.Chat;
using HandoffBot.Forgetting;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Verbs;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffBot.Tests.Support;

/// <summary>A database in a folder of its own, as an admin has it; the program is put together anew for each thing done with it.</summary>
internal sealed class InstalledBot : IDisposable
{
    public TestFolder Folder { get; } = new();

    public string File => Folder.Of("handoff.db");

    private string[] Settings => [$"--ConnectionStrings:Handoff=Data Source={File}", "--Telegram:Token=1:nobody"];

    public static async Task<InstalledBot> CreateAsync()
    {
        var bot = new InstalledBot();
        await using var app = bot.Build();
        await app.Services.GetRequiredService<Database>().MigrateAsync(CancellationToken.None);
        await app.Services.GetRequiredService<BeginList>().HandleAsync(CancellationToken.None);
        return bot;
    }

    /// <summary>A database as the first version made it.</summary>
    public static async Task MakeOldAsync(string file)
    {
        await using var db = Open(file);
        await db.Database.MigrateAsync(db.Database.GetMigrations().First());
    }

    public WebApplication Build(params string[] more) => HandoffBotHost.Build([.. Settings, .. more]);

    public Task<int> RunAsync(params string[] verb) => CommandLine.RunAsync([.. verb, .. Settings]);

    /// <summary>Puts texts into the outbox and sends none.</summary>
    public async Task SayAsync(params string[] texts)
    {
        await using var db = Open(File);
        foreach (var text in texts)
        {
            var intent = new Intent(nameof(Sayings.EchoName), new ChatAddress(-1), $"test:{text}", OutboxPriority.Card);
            db.Outbox.Add(OutboxMessage.Of(intent, TestBot.Monday));
        }

        await db.SaveChangesAsync();
    }

    /// <summary>Each message: where it stands, and why.</summary>
    public static async Task<List<string>> RowsAsync(string file)
    {
        await using var db = Open(file);
        return await db.Outbox.OrderBy(o => o.Seq).Select(o => o.State + " " + o.Why).ToListAsync();
    }

    public async Task BackUpAsync(string name)
    {
        await using var app = Build();
        var make = app.Services.GetRequiredService<MakeBackup>();
        Assert.IsType<BackupOutcome.Made>(await make.HandleAsync(Folder.Of(name), false, CancellationToken.None));
    }

    public async Task<RestoreOutcome> RestoreAsync(string name, bool mayRemember = false)
    {
        await using var app = Build();
        var restore = app.Services.GetRequiredService<RestoreBackup>();
        return await restore.HandleAsync(Folder.Of(name), saysAgain: false, mayRemember, CancellationToken.None);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Folder.Dispose();
    }

    private static SqliteHandoffDb Open(string file) =>
        SqliteHandoffDb.Over(SqliteFile.ConnectionString(file, SqliteOpenMode.ReadWriteCreate));
}
