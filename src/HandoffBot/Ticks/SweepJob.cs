using HandoffBot.Leadership;
using HandoffBot.Observability;
using Quartz;

namespace HandoffBot.Ticks;

/// <summary>One tick of a sweep; the next one waits until this one is over. Only the process that speaks sweeps.</summary>
[DisallowConcurrentExecution]
internal sealed partial class SweepJob<T>(
    T sweep,
    Leader leader,
    Pulse pulse,
    SweepTroubles troubles,
    ILogger<SweepJob<T>> logger
) : IJob
    where T : ISweep
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        try
        {
            if (leader.MaySweep)
            {
                await sweep.SweepAsync(cancellationToken);
            }
        }
        catch (Exception ex) when (!cancellationToken.IsCancellationRequested)
        {
            if (troubles.IsTime(typeof(T), ex))
            {
                Log.SweepFailed(logger, typeof(T).Name, ex);
            }
        }

        pulse.Beat(typeof(T).Name);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "{Sweep} failed; it is tried again at the next tick.")]
        public static partial void SweepFailed(ILogger logger, string sweep, Exception exception);
    }
}
