namespace HandoffBot.Checkup;

/// <summary>The doctor's findings for whoever asks often: looked for beside the answer, at most every five minutes.</summary>
internal sealed partial class DoctorRound(
    Doctor doctor,
    IHostApplicationLifetime life,
    TimeProvider clock,
    ILogger<DoctorRound> logger
)
{
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private long startedAt;

    /// <summary>The examination that runs or ran last; null before the first. It never fails.</summary>
    public Task? Examination { get; private set; }

    /// <summary>What the last whole examination found; null before there was one.</summary>
    public IReadOnlyList<Finding>? Found { get; private set; }

    /// <summary>Returns at once; a new examination is begun where the last one is old and over.</summary>
    public IReadOnlyList<Finding>? Look()
    {
        lock (gate)
        {
            if (Examination is null || (Examination.IsCompleted && clock.GetElapsedTime(startedAt) >= Fresh))
            {
                startedAt = clock.GetTimestamp();
                Examination = Task.Run(ExamineAsync);
            }

            return Found;
        }
    }

    private async Task ExamineAsync()
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, life.ApplicationStopping);
        try
        {
            Found = await doctor.ExamineAsync(readsAll: false, either.Token);
        }
        catch (Exception ex)
        {
            // Parts that are gone already are no finding.
            if (life.ApplicationStopping.IsCancellationRequested)
            {
                Log.Stopped(logger);
            }
            else
            {
                Log.NotExamined(logger, ex);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The doctor came to no end; what was found before is shown on.")]
        public static partial void NotExamined(ILogger logger, Exception exception);

        [LoggerMessage(LogLevel.Debug, "The doctor was stopped with the bot.")]
        public static partial void Stopped(ILogger logger);
    }
}
