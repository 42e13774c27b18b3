using HandoffBot.Observability;

namespace HandoffBot.Telegram.Polling;

/// <summary>Shows how listening goes to whoever scrapes.</summary>
internal sealed class PollingGauges(PollingState state, HandoffMetrics metrics) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        metrics.Meter.CreateObservableGauge(
            "handoff.updates.lag",
            () => state.Now.Lag.TotalSeconds,
            "s",
            "How old the newest message or channel post was when it was taken up; presses carry no time."
        );
        metrics.Meter.CreateObservableGauge(
            "handoff.updates.running",
            () => state.Now.InFlight,
            description: "Updates taken up and not finished."
        );
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
