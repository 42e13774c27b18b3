using System.Diagnostics;
using HandoffBot.Features.Reminders;
using HandoffBot.Leadership;
using HandoffBot.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace HandoffBot.Load.Inside;

/// <summary>The bot's parts in this process: nothing runs but its writer, and its clock stands.</summary>
internal sealed class StandingBot : IAsyncDisposable
{
    private readonly WebApplication app;

    private StandingBot(WebApplication app, StoppedClock clock) => (this.app, Clock) = (app, clock);

    public StoppedClock Clock { get; }

    public IServiceProvider Services => app.Services;

    public CommitWriter Writer => Services.GetRequiredService<CommitWriter>();

    /// <param name="settings">Of the bot, by the names of environment variables; its database is migrated already.</param>
    public static async Task<StandingBot> StartAsync(IReadOnlyDictionary<string, string> settings, DateTimeOffset now)
    {
        var clock = new StoppedClock(now);
        var app = HandoffBotHost.Build(
            Company.AsArguments(settings),
            builder =>
            {
                builder.Logging.SetMinimumLevel(LogLevel.Error);
                builder.Services.AddSingleton<TimeProvider>(clock);
            },
            services => services.Replace(ServiceDescriptor.Singleton<Leader, OnlyOne>())
        );
        var bot = new StandingBot(app, clock);
        await bot.Writer.StartAsync(CancellationToken.None);
        return bot;
    }

    public Task CommitAsync(Func<HandoffDb, Task> workAsync) =>
        Writer.CommitAsync(
            async (scope, token) =>
            {
                await workAsync(scope.Db);
                return await scope.Db.SaveChangesAsync(token);
            },
            CancellationToken.None
        );

    public async Task<T> ReadAsync<T>(Func<HandoffDb, Task<T>> readAsync)
    {
        await using var scope = Services.CreateAsyncScope();
        return await readAsync(scope.ServiceProvider.GetRequiredService<HandoffDb>());
    }

    /// <summary>Takes the steps that are due.</summary>
    /// <returns>How long it took.</returns>
    public async Task<TimeSpan> SweepAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        var sweep = scope.ServiceProvider.GetRequiredService<SweepDueSteps>();
        var startedAt = Stopwatch.GetTimestamp();
        await sweep.SweepAsync(CancellationToken.None);
        return Stopwatch.GetElapsedTime(startedAt);
    }

    public async ValueTask DisposeAsync()
    {
        await Writer.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
    }
}
