using HandoffBot.Observability;
using HandoffBot.Persistence;
using HandoffBot.Tests.Features.Intake;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HandoffBot.Tests.Support;

/// <summary>A watch that sees nothing would find every test good.</summary>
public sealed class LeakWatchTests
{
    [Theory]
    [InlineData("424242:TEST-token_of-nobody")]
    [InlineData("Bearer hb_the-key-of-the-test")]
    [InlineData("signed with hs_the-secret")]
    [InlineData("signed with whsec_c2VjcmV0")]
    [InlineData("POST https://crm.example/path-of-the-receiver")]
    [InlineData("POST /f/form-of-the-test")]
    [InlineData("call +79123451234")]
    [InlineData("анна петрова")]
    public void What_is_secret_is_seen_in_lines_scopes_and_failures(string secret)
    {
        using var watch = new LeakWatch();
        var log = watch.CreateLogger("HandoffBot.Features");

        log.LogTrace("It said {Words}.", secret);
        log.BeginScope(secret)?.Dispose();
        log.LogError(new InvalidOperationException("outer", new IOException(secret)), "It failed.");
        log.LogInformation("Lead L-1 came through source 7.");

        Assert.Equal(3, watch.Leaks.Count(l => l.Contains(secret, StringComparison.Ordinal)));
    }

    /// <summary>Every watch of this process sees it: it is told a secret that is no other's.</summary>
    [Fact]
    public void And_in_spans()
    {
        using var watch = new LeakWatch();
        watch.Guard("of this bot alone");

        Traces.Step("harmless")?.SetTag("said", "of this bot alone").Dispose();
        Traces.Step("of this bot alone")?.Dispose();

        Assert.Equal(2, watch.Leaks.Count);
    }

    [Fact]
    public async Task Every_test_with_a_bot_is_watched()
    {
        await using var stage = await IntakeStage.StartAsync(StorageProvider.Sqlite);

        await stage.PostAsync(new { phone = "+79123451234" });

        Assert.True(stage.Bot.Watch.Lines > 50);
    }

    [Fact]
    public async Task What_the_database_refused_is_read_though_it_is_told_quietly()
    {
        await using var database = await TestDatabase.CreateAsync(StorageProvider.Sqlite);
        using var watch = new LeakWatch();
        await using var app = HandoffBotHost.Build(
            database.Settings,
            builder => builder.Logging.AddProvider(watch).AddFilter<LeakWatch>(null, LogLevel.Trace)
        );
        await using var scope = app.Services.CreateAsyncScope();
        var rows = scope.ServiceProvider.GetRequiredService<HandoffDb>().Database;

        await Assert.ThrowsAsync<SqliteException>(() =>
            rows.ExecuteSqlRawAsync("select '+79123451234' from nowhere", TestContext.Current.CancellationToken)
        );

        Assert.Contains(watch.Leaks, l => l.StartsWith(nameof(LogLevel.Debug), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 1)]
    public void Of_the_mappers_own_work_all_is_read_only_where_it_is_wanted(bool all, int seen)
    {
        using var watch = new LeakWatch { ReadsAll = all };
        var log = watch.CreateLogger("Microsoft.EntityFrameworkCore.Query");

        log.LogDebug("Compiling +79123451234.");
        log.LogInformation("Executed +79123451234.");

        Assert.Equal(seen, watch.Leaks.Count);
    }
}
