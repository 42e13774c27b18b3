using System.Diagnostics.Metrics;
using HandoffBot.Chat;

namespace HandoffBot.Observability;

/// <summary>What the bot counts while it runs.</summary>
internal sealed class HandoffMetrics : IDisposable
{
    public const string MeterName = "HandoffBot";

    /// <summary>A lead was turned away: the queue was full.</summary>
    public const string Busy = "busy";

    /// <summary>A lead was turned away: the database could not be read or written.</summary>
    public const string Failed = "failed";

    private readonly Meter meter = new(MeterName);
    private readonly Counter<long> sends;
    private readonly Counter<long> mends;
    private readonly Counter<long> received;
    private readonly Histogram<double> timeToClaim;
    private readonly Histogram<double> commitTime;
    private readonly Histogram<double> handling;

    public HandoffMetrics()
    {
        sends = meter.CreateCounter<long>(
            "handoff.sends",
            description: "Messages said, by delivery and how they were answered."
        );
        mends = meter.CreateCounter<long>(
            "handoff.mends",
            description: "Messages that Telegram would not take as they were, by what they went without."
        );
        received = meter.CreateCounter<long>(
            "handoff.leads.received",
            description: "Leads and repeated inquiries taken in."
        );
        timeToClaim = meter.CreateHistogram(
            "handoff.time_to_claim",
            "s",
            "Seconds from a lead's arrival to its first claim.",
            advice: new InstrumentAdvice<double>
            {
                HistogramBucketBoundaries = [15, 30, 60, 120, 180, 300, 600, 900, 1800, 3600, 14400, 86400],
            }
        );
        commitTime = meter.CreateHistogram(
            "handoff.commit.time",
            "s",
            "Seconds one commit of the writer takes.",
            advice: new InstrumentAdvice<double>
            {
                HistogramBucketBoundaries = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
            }
        );
        handling = meter.CreateHistogram(
            "handoff.updates.handling",
            "s",
            "Seconds from taking up an update, presses included, to its being done or kept as failed.",
            advice: new InstrumentAdvice<double>
            {
                HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60],
            }
        );
    }

    public Meter Meter => meter;

    public void Sent(string delivery, SendOutcome outcome) =>
        sends.Add(1, new("delivery", delivery), new("outcome", outcome.GetType().Name));

    public void Mended(string how) => mends.Add(1, new KeyValuePair<string, object?>("mend", how));

    /// <summary>Says that nobody was turned away yet: whoever counts what came since must have seen that.</summary>
    public void BeginCounting()
    {
        received.Add(0, new KeyValuePair<string, object?>("outcome", Busy));
        received.Add(0, new KeyValuePair<string, object?>("outcome", Failed));
    }

    public void Received(string outcome) => received.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    public void Claimed(TimeSpan waited) => timeToClaim.Record(waited.TotalSeconds);

    public void Committed(TimeSpan took) => commitTime.Record(took.TotalSeconds);

    public void Handled(TimeSpan took) => handling.Record(took.TotalSeconds);

    public void Dispose() => meter.Dispose();
}
