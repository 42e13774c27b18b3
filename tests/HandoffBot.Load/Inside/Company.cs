using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Features.Intake.Sources;
using HandoffBot.Features.Team;
using HandoffBot.Load.Running;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HandoffBot.Load.Inside;

/// <summary>Makes many teams as the verbs do, without a process for each. They work round the clock, and nobody's hands are ever full.</summary>
internal static class Company
{
    /// <param name="settings">Of the bot, by the names of environment variables.</param>
    public static async Task FoundAsync(IReadOnlyDictionary<string, string> settings, IEnumerable<Town.Team> teams)
    {
        await using var app = HandoffBotHost.Build(
            AsArguments(settings),
            builder => builder.Logging.SetMinimumLevel(LogLevel.Warning)
        );
        foreach (var team in teams)
        {
            await using var scope = app.Services.CreateAsyncScope();
            var made = await scope
                .ServiceProvider.GetRequiredService<AddTeam>()
                .HandleAsync(
                    new NewTeam(team.Name, new ChatAddress(team.Chat), MarketingOf(team)),
                    CancellationToken.None
                );
            var sourced = await scope
                .ServiceProvider.GetRequiredService<AddSource>()
                .HandleAsync(team.Name, "Site", team.Key, CancellationToken.None);
            if (made is not AddTeamOutcome.Added || sourced is not AddSourceOutcome.Added)
            {
                throw new InvalidOperationException($"{team.Name}: {made.GetType().Name}, {sourced.GetType().Name}.");
            }
        }

        await WorkAlwaysAsync(app.Services);
    }

    private static async Task WorkAlwaysAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HandoffDb>();
        foreach (var team in await db.Teams.ToListAsync())
        {
            team.Work(WeekDays.All, TimeOnly.MinValue, TimeOnly.MinValue);
            team.Carry(Capacity.Unlimited);
        }

        await db.SaveChangesAsync();
    }

    private static ChatAddress? MarketingOf(Town.Team team) =>
        team.Marketing is { } chat ? new ChatAddress(chat) : null;

    /// <summary>The same settings as they are given on the command line.</summary>
    public static string[] AsArguments(IReadOnlyDictionary<string, string> settings) =>
        [.. settings.Select(s => $"--{s.Key.Replace("__", ":", StringComparison.Ordinal)}={s.Value}")];
}
