using HandoffBot.Checkup;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using HandoffBot.Tests.Support;
using HandoffBot.Verbs;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace HandoffBot.Tests.Checkup;

public sealed class DatabaseCheckTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Database_that_is_well_is_named_and_looking_leaves_nothing_in_it(StorageProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var app = HandoffBotHost.Build(database.Settings);
        await app.Services.GetRequiredService<Database>().MigrateAsync(Token);

        var found = await LookAsync(app);

        var name = app.Services.GetRequiredService<DatabaseName>().Value;
        Assert.Equal($"{name} can be written and is up to date.", found);
        Assert.Contains(name.Split('/')[^1], database.ConnectionString, StringComparison.Ordinal);
        await using var scope = app.Services.CreateAsyncScope();
        var counters = scope.ServiceProvider.GetRequiredService<HandoffDb>().Counters;
        Assert.False(await counters.AnyAsync(c => c.Name.Length == 32, Token));
    }

    [Fact]
    public void Server_is_named_without_its_password() =>
        Assert.Equal(
            "db.example/handoff",
            DatabaseName
                .Of(new NpgsqlConnectionStringBuilder("Host=db.example;Database=handoff;Username=u;Password=s3cret"))
                .Value
        );

    [Fact]
    public async Task Database_that_is_gone_is_told_from_one_that_never_was()
    {
        using var bot = new InstalledBot();
        await using var never = bot.Build();
        var none = await LookAsync(never);
        await MigrateAsync(bot);
        File.Delete(bot.File);

        await using var app = bot.Build();
        var gone = await LookAsync(app);
        var said = await bot.RunAsync("doctor");

        Assert.Equal($"{bot.File} is not there yet: start the bot, or run “migrate”.", none);
        Assert.Equal($"{bot.File} is gone: bring back a backup with “HandoffBot restore FILE”.", gone);
        Assert.Equal(ExitCode.Failed, said);
        Assert.False(File.Exists(bot.File));
    }

    [Fact]
    public async Task Damage_is_found_where_the_whole_file_is_read_and_the_running_bot_does_not_read_it()
    {
        using var bot = await InstalledBot.CreateAsync();
        SqliteConnection.ClearAllPools();
        await using (var file = new FileStream(bot.File, FileMode.Open, FileAccess.Write))
        {
            file.Seek(-4096, SeekOrigin.End);
            await file.WriteAsync(Enumerable.Repeat((byte)'x', 4096).ToArray(), Token);
        }

        await using var app = bot.Build();
        var quick = await LookAsync(app, readsAll: false);
        var whole = await LookAsync(app);

        Assert.EndsWith("is up to date.", quick, StringComparison.Ordinal);
        Assert.StartsWith($"{bot.File} is damaged (", whole, StringComparison.Ordinal);
        Assert.EndsWith(
            "stop the bot and bring back a backup with “HandoffBot restore FILE”.",
            whole,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task File_that_may_not_be_written_names_the_user()
    {
        using var bot = await InstalledBot.CreateAsync();
        await using var app = bot.Build($"--ConnectionStrings:Handoff=Data Source={bot.File};Mode=ReadOnly");

        var found = await LookAsync(app);

        Assert.StartsWith($"{bot.File} cannot be written by {Environment.UserName}: ", found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_that_takes_no_writes_is_told()
    {
        await using var database = await TestDatabase.CreateAsync(StorageProvider.Postgres);
        await using (var first = HandoffBotHost.Build(database.Settings))
        {
            await first.Services.GetRequiredService<Database>().MigrateAsync(Token);
        }

        await using var app = HandoffBotHost.Build([
            .. database.Settings,
            $"--ConnectionStrings:Handoff={database.ConnectionString};Options=-c default_transaction_read_only=on",
        ]);

        var found = await LookAsync(app);

        Assert.Contains("takes no writes: ConnectionStrings:Handoff must name", found, StringComparison.Ordinal);
    }

    private static async Task MigrateAsync(InstalledBot bot)
    {
        await using var app = bot.Build();
        await app.Services.GetRequiredService<Database>().MigrateAsync(Token);
        SqliteConnection.ClearAllPools();
    }

    private static async Task<string> LookAsync(WebApplication app, bool readsAll = true)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var check = scope.ServiceProvider.GetRequiredService<DatabaseCheck>();
        return (await check.ExamineAsync(readsAll, Token)).In(WordingOf.Stranger("en"));
    }
}
