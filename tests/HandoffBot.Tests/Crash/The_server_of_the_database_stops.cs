using System.Net;
using HandoffBot.Load.Running;
using HandoffBot.Tests.Support;

namespace HandoffBot.Tests.Crash;

/// <summary>The bot, in a process of its own, outlives the server that keeps its rows.</summary>
public sealed class The_server_of_the_database_stops
{
    private const int SessionsEnded = 5;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Stopped_and_started_again_it_is_taken_up_and_nothing_acknowledged_is_missing()
    {
        await using var server = await OwnServer.StartAsync();
        var database = await Database.PostgresAsync(server.ConnectionString);
        await using var stage = await Stage.StartAsync(ShortForm.Built, database, limits: false, reps: 1);
        var acknowledged = new List<string> { await stage.Bot.SendLeadAsync(1) };

        await server.StopAsync();
        var without = await stage.Bot.PostAsync(LeadPost.Of(2));
        await server.ResumeAsync();
        acknowledged.Add(await TakenAsync(stage, 2));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, without.Status);
        foreach (var lead in acknowledged)
        {
            await stage.CardOfAsync(lead, 0);
        }

        stage.Bot.Running.MustRun();
    }

    [Fact]
    public async Task Its_sessions_ended_again_and_again_cost_no_lead()
    {
        await using var server = await OwnServer.StartAsync();
        var database = await Database.PostgresAsync(server.ConnectionString);
        await using var stage = await Stage.StartAsync(ShortForm.Built, database, limits: false, reps: 1);
        var acknowledged = new List<string>();

        for (var number = 1; number <= SessionsEnded; number++)
        {
            acknowledged.Add(await TakenAsync(stage, number));
            await database.ExecuteAsync(
                "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()"
            );
        }

        foreach (var lead in acknowledged)
        {
            await stage.CardOfAsync(lead, 0);
        }

        Assert.Equal(SessionsEnded, await database.CountAsync("from leads"));
    }

    /// <summary>A sender that comes back until it is taken.</summary>
    private static async Task<string> TakenAsync(Stage stage, int number)
    {
        string? lead = null;
        await Until.TrueAsync(
            async () => (lead = (await stage.Bot.PostAsync(LeadPost.Of(number))).Lead) is not null,
            Patience,
            stage.Bot.Running
        );
        return lead!;
    }
}
