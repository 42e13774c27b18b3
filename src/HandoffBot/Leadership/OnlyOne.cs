namespace HandoffBot.Leadership;

/// <summary>On SQLite the lock file lets only one process run, so it always leads.</summary>
internal sealed class OnlyOne : Leader
{
    public override bool IsHeld => true;

    public override string Words => "This is the only process.";

    public override Task<CancellationToken> TermAsync(CancellationToken stoppingToken) =>
        Task.FromResult(stoppingToken);
}
