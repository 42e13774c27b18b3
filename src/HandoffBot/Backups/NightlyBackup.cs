namespace HandoffBot.Backups;

/// <summary>One backup a night, made when it is due; a failed one is said once and tried again.</summary>
internal sealed partial class NightlyBackup(
    BackupFolder folder,
    MakeBackup make,
    TimeProvider clock,
    IHostApplicationLifetime life,
    ILogger<NightlyBackup> logger
)
{
    public static readonly TimeSpan TryAgainAfter = TimeSpan.FromMinutes(15);

    /// <summary>A large database takes longer than a tick may: the sweep looks again and doesn't count as stalled.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private Task running = Task.CompletedTask;
    private DateTimeOffset notBefore = DateTimeOffset.MinValue;
    private bool hasSaidWhatLacks;

    /// <summary>Why the last one could not be made; null when it was.</summary>
    public string? Trouble { get; private set; }

    public bool IsRunning => !running.IsCompleted;

    public async Task MakeIfDueAsync(CancellationToken cancellationToken)
    {
        if (running.IsCompleted && IsDue())
        {
            running = Task.Run(() => MakeAsync(life.ApplicationStopping), CancellationToken.None);
        }

        // Real time, also while the application's clock stands still.
        await Task.WhenAny(running, Task.Delay(Patience, TimeProvider.System, cancellationToken));
        if (running.IsCompleted)
        {
            (var done, running) = (running, Task.CompletedTask);
            await done;
        }
    }

    private bool IsDue()
    {
        if (folder.Place is null)
        {
            return false;
        }

        if (make.Lacks is { } lacks)
        {
            if (!hasSaidWhatLacks)
            {
                Log.NoneAreMade(logger, lacks);
            }

            hasSaidWhatLacks = true;
            return false;
        }

        return clock.GetUtcNow() >= notBefore && !folder.IsUpToDate(clock.GetLocalNow().DateTime);
    }

    private async Task MakeAsync(CancellationToken cancellationToken)
    {
        switch (await folder.MakeNightlyAsync(clock.GetLocalNow().DateTime, cancellationToken))
        {
            case BackupOutcome.Made made:
                Trouble = null;
                Log.Made(logger, made.File, made.Bytes);
                folder.Prune();
                break;
            case BackupOutcome.Failed failed:
                Fail(failed.Words);
                break;
            default:
                Fail("there is a file of that name");
                break;
        }
    }

    private void Fail(string words)
    {
        notBefore = clock.GetUtcNow() + TryAgainAfter;
        if (Trouble is null)
        {
            Log.Failed(logger, words, folder.Place!, TryAgainAfter.TotalMinutes);
        }

        Trouble = words;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "The backup {File} was made, {Bytes} bytes.")]
        public static partial void Made(ILogger logger, string file, long bytes);

        [LoggerMessage(
            LogLevel.Warning,
            "No backups are made: {Lacks} Or leave it to the server's own backups and set Backup:Folder to nothing."
        )]
        public static partial void NoneAreMade(ILogger logger, string lacks);

        [LoggerMessage(
            LogLevel.Error,
            "The nightly backup could not be made: {Words}. Make {Folder} writable and make room there, or set Backup:Folder; it is tried again every {Minutes} minutes."
        )]
        public static partial void Failed(ILogger logger, string words, string folder, double minutes);
    }
}
