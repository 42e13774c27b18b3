using System.Net;
using HandoffBot.Observability;
using HandoffBot.Persistence;
using HandoffBot.Tests.Features.Intake;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HandoffBot.Tests.Persistence;

public sealed class LockedDatabaseTests
{
    private static readonly object Lead = new { externalId = "one", phone = "+79123451234" };

    [Fact]
    public async Task Locked_by_another_program_it_takes_no_lead_says_so_and_heals()
    {
        await using var stage = await IntakeStage.StartAsync(StorageProvider.Sqlite);
        await using var other = new SqliteConnection(stage.Bot.Database.ConnectionString + ";Pooling=false");
        await other.OpenAsync(TestContext.Current.CancellationToken);
        await ExecuteAsync(other, "begin immediate");

        var (answer, health) = (await stage.PostAsync(Lead), await HealthAsync(stage));
        await ExecuteAsync(other, "rollback");

        await TurnedAwayThenTakenAsync(stage, answer, health);
    }

    [Fact]
    public async Task A_file_that_can_only_be_read_takes_no_lead_says_so_and_heals()
    {
        var file = new ReadOnlyFile();
        await using var stage = await IntakeStage.StartAsync(StorageProvider.Sqlite, replace: file.Add);

        file.IsReadOnly = true;
        var (answer, health) = (await stage.PostAsync(Lead), await HealthAsync(stage));
        file.IsReadOnly = false;

        await TurnedAwayThenTakenAsync(stage, answer, health);
    }

    private static async Task TurnedAwayThenTakenAsync(IntakeStage stage, IntakeAnswer answer, HealthStatus health)
    {
        var stored = await stage.Bot.ReadAsync(db => db.Inquiries.CountAsync());
        var again = await stage.PostAsync(Lead);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HealthStatus.Unhealthy), (answer.Status, health));
        Assert.NotNull(answer.RetryAfter);
        Assert.Equal(0, stored);
        Assert.Equal((HttpStatusCode.Accepted, HealthStatus.Healthy), (again.Status, await HealthAsync(stage)));
    }

    private static async Task<HealthStatus> HealthAsync(IntakeStage stage)
    {
        using var check = ActivatorUtilities.CreateInstance<DatabaseHealth>(stage.Bot.Services);
        return (await check.CheckHealthAsync(new HealthCheckContext(), CancellationToken.None)).Status;
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql)
    {
        await using var command = new SqliteCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
