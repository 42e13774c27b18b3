using HandoffBot.Chat;

namespace HandoffBot.Features.Team;

/// <summary>At the start, while there is no admin, prints how to become it: to standard output only, never through a logger.</summary>
internal sealed partial class AnnounceSetup(
    SetupInvitation invitation,
    IChat chat,
    TextWriter output,
    TimeProvider clock,
    ILogger<AnnounceSetup> logger
) : BackgroundService
{
    private static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await AnnounceAsync(stoppingToken);
        }
        catch (Exception ex) when (!stoppingToken.IsCancellationRequested)
        {
            Log.NotAnnounced(logger, ex);
        }
    }

    private async Task AnnounceAsync(CancellationToken cancellationToken)
    {
        for (
            var saidAlone = false;
            await invitation.WaitingAsync(cancellationToken) is { } installation;
            saidAlone = true
        )
        {
            var (bot, _) = await chat.MeetAsync(cancellationToken);
            if (bot is not null || !saidAlone)
            {
                await output.WriteLineAsync(invitation.For(installation, bot));
                await output.FlushAsync(cancellationToken);
            }

            if (bot is not null)
            {
                return;
            }

            await Task.Delay(AskAgain, clock, cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "How to become the admin could not be printed; the next start tries again.")]
        public static partial void NotAnnounced(ILogger logger, Exception exception);
    }
}
