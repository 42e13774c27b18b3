using System.Diagnostics.Metrics;

namespace HandoffBot.Observability;

/// <summary>Shows the figures of the rows to whoever scrapes, and keeps them fresh.</summary>
internal sealed partial class RowGauges : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    private readonly RowCounts counts;
    private readonly ILogger<RowGauges> logger;

    public RowGauges(RowCounts counts, HandoffMetrics metrics, ILogger<RowGauges> logger)
    {
        (this.counts, this.logger) = (counts, logger);
        metrics.Meter.CreateObservableGauge("handoff.leads", Leads, description: "Leads by state and source.");
        metrics.Meter.CreateObservableGauge(
            "handoff.outbox.due",
            () => counts.Last.Outbox.Due,
            description: "Messages that are due and not yet said."
        );
        metrics.Meter.CreateObservableGauge(
            "handoff.outbox.held",
            Held,
            description: "Messages that wait for the return of a chat, or of a person who cannot be written to."
        );
        metrics.Meter.CreateObservableGauge(
            "handoff.outbox.age",
            () => counts.Last.Outbox.Age.TotalSeconds,
            "s",
            "For how long the oldest due message has waited."
        );
        metrics.Meter.CreateObservableGauge(
            "handoff.leads.oldest_unclaimed",
            () => counts.Last.OldestUnclaimed.TotalSeconds,
            "s",
            "For how long the oldest lead that nobody took has waited."
        );
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Real time, also while the application's clock is moved: whoever scrapes has no other.
        using var timer = new PeriodicTimer(Every, TimeProvider.System);
        do
        {
            try
            {
                await counts.NowAsync(stoppingToken);
            }
            catch (Exception ex) when (!stoppingToken.IsCancellationRequested)
            {
                Log.CountFailed(logger, ex.Message);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private IEnumerable<Measurement<long>> Held() =>
        [
            new(counts.Last.Outbox.HeldForChats, new KeyValuePair<string, object?>("kind", "chat")),
            new(counts.Last.Outbox.HeldForPeople, new KeyValuePair<string, object?>("kind", "person")),
        ];

    private IEnumerable<Measurement<long>> Leads() =>
        counts
            .Last.Leads.GroupBy(l => (l.Source, l.Status))
            .Select(g => new Measurement<long>(
                g.Sum(l => l.Count),
                new("source", g.Key.Source),
                new("state", g.Key.Status.ToString())
            ));

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The rows could not be counted for the metrics: {Words}")]
        public static partial void CountFailed(ILogger logger, string words);
    }
}
