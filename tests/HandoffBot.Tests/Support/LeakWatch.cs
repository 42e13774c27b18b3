using System.Buffers;
using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace HandoffBot.Tests.Support;

/// <summary>
/// Reads every line a story's bot logs, at every level, and every trace of this process: neither the token nor a key, a phone or a
/// name of a customer may stand in one.
/// </summary>
internal sealed class LeakWatch : ILoggerProvider, ILogger
{
    private static readonly SearchValues<string> Secrets = SearchValues.Create(
        ["SCENARIO-token_of-nobody", "hb_scenario-key", "9123451234", "912000000", "345-12-34", "Petrova", "Петрова"],
        StringComparison.OrdinalIgnoreCase
    );

    private readonly ConcurrentQueue<string> leaks = new();
    private readonly ActivityListener traces;

    public LeakWatch()
    {
        traces = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Look,
        };
        ActivitySource.AddActivityListener(traces);
    }

    /// <summary>What should not have been written.</summary>
    public IReadOnlyCollection<string> Leaks => leaks;

    /// <summary>How much was looked at; nothing would prove nothing.</summary>
    public int Lines { get; private set; }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        Look($"{state}");
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        Lines++;
        Look($"{logLevel} {eventId}: {formatter(state, exception)} {exception}");
    }

    public void Dispose() => traces.Dispose();

    private void Look(Activity activity)
    {
        // Other stories run in this process, with the same secrets: whichever of them sees it fails.
        Look($"{activity.Source.Name} {activity.DisplayName} {string.Join(' ', activity.TagObjects)}");
        Look($"{activity.StatusDescription} {activity.TraceStateString} {string.Join(' ', activity.Baggage)}");
        foreach (var e in activity.Events)
        {
            Look($"{e.Name} {string.Join(' ', e.Tags)}");
        }

        foreach (var link in activity.Links)
        {
            Look($"{link.Context.TraceState} {string.Join(' ', link.Tags ?? [])}");
        }
    }

    /// <summary>Reads something that went out by another way.</summary>
    public void Look(string written)
    {
        if (written.AsSpan().ContainsAny(Secrets))
        {
            leaks.Enqueue(written);
        }
    }
}
