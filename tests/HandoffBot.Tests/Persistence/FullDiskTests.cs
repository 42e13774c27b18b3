using System.Net;
using HandoffBot.Observability;
using HandoffBot.Persistence;
using HandoffBot.Tests.Features.Intake;
using HandoffBot.Tests.Telegram;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace HandoffBot.Tests.Persistence;

public sealed class FullDiskTests
{
    [Fact]
    public async Task Full_disk_takes_no_lead_says_so_once_a_minute_and_heals_without_a_restart()
    {
        var disk = new FullDisk();
        using var lines = new LogLines();
        await using var stage = await IntakeStage.StartAsync(
            StorageProvider.Sqlite,
            replace: services =>
            {
                disk.Add(services);
                services.AddLogging(log => log.AddProvider(lines));
            }
        );
        var before = await stage.PostAsync(new { externalId = "before", phone = "+79123451234" });

        disk.IsFull = true;
        var turnedAway = new List<IntakeAnswer>();
        for (var number = 0; turnedAway.Count < 20 && number < 200; number++)
        {
            // The first may still find room on the last page.
            var answer = await stage.PostAsync(Big(number));
            if (answer.Status is not HttpStatusCode.Accepted || turnedAway.Count > 0)
            {
                turnedAway.Add(answer);
            }
        }

        var readable = await stage.Bot.ReadAsync(db => db.Leads.CountAsync());
        var ill = await HealthAsync(stage);
        disk.IsFull = false;
        stage.Bot.Clock.Advance(TimeSpan.FromMinutes(1));
        var well = await HealthAsync(stage);
        var after = await stage.PostAsync(Big(-1));

        Assert.Equal(HttpStatusCode.Accepted, before.Status);
        Assert.Equal(20, turnedAway.Count);
        Assert.All(turnedAway, answer => Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status));
        Assert.All(turnedAway, answer => Assert.NotNull(answer.RetryAfter));
        Assert.True(readable >= 1);
        Assert.Equal((HealthStatus.Unhealthy, HealthStatus.Healthy), (ill, well));
        Assert.Single(
            lines.All,
            line => line.Contains("was not taken: the database cannot be written", StringComparison.Ordinal)
        );
        Assert.Equal(HttpStatusCode.Accepted, after.Status);
        Assert.Equal(
            await stage.Bot.ReadAsync(db => db.Inquiries.CountAsync()),
            await stage.Bot.ReadAsync(db => db.Leads.CountAsync())
        );

        object Big(int number) =>
            new
            {
                externalId = $"big{number}",
                email = $"big{number}@windows.example",
                message = new string('w', 3000),
            };
    }

    private static async Task<HealthStatus> HealthAsync(IntakeStage stage)
    {
        using var check = ActivatorUtilities.CreateInstance<DatabaseHealth>(stage.Bot.Services);
        return (await check.CheckHealthAsync(new HealthCheckContext(), CancellationToken.None)).Status;
    }
}
