using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Team;

/// <summary>At the start, while there is no admin, prints how to become it: to standard output only, never through a logger.</summary>
internal sealed class AnnounceSetup(
    IServiceScopeFactory scopes,
    IChat chat,
    SetupInvitation invitation,
    TextWriter output,
    TimeProvider clock
) : BackgroundService
{
    private static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var saidAlone = false; await WaitingAsync(stoppingToken) is { } installation; saidAlone = true)
        {
            var bot = await chat.WhoAmIAsync(stoppingToken);
            if (bot is not null || !saidAlone)
            {
                await output.WriteLineAsync(invitation.For(installation, bot));
                await output.FlushAsync(stoppingToken);
            }

            if (bot is not null)
            {
                return;
            }

            await Task.Delay(AskAgain, clock, stoppingToken);
        }
    }

    /// <summary>Null once there is an admin.</summary>
    private async Task<Installation?> WaitingAsync(CancellationToken cancellationToken)
    {
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<HandoffDb>();
        return await db.Installations.AsNoTracking().SingleOrDefaultAsync(i => i.Admin == null, cancellationToken);
    }
}
