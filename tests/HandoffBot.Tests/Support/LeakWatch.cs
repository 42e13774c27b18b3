using System.Buffers;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using HandoffBot.Features.Team;
using HandoffBot.Observability;
using HandoffBot.Persistence;
using HandoffBot.Telegram.Webhook;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HandoffBot.Tests.Support;

/// <summary>
/// Reads every line a test's bot logs, at every level (but see <see cref="ReadsAll"/>), and every trace of this process: neither the token nor what follows from it, nor a
/// key or secret of a source or webhook, nor a phone or a name of a customer may stand in one.
/// </summary>
internal sealed partial class LeakWatch : ILoggerProvider
{
    private const string Mapper = "Microsoft.EntityFrameworkCore";

    private static readonly SearchValues<string> Secrets = SearchValues.Create(
        [
            "SCENARIO-token_of-nobody",
            "TEST-token_of-nobody",
            "9123451234",
            "912000000",
            "345-12-34",
            "Petrova",
            "Петрова",
        ],
        StringComparison.OrdinalIgnoreCase
    );

    /// <summary>Anybody reads them in the page of a form. Below the level it is shown at, the framework tells whole addresses.</summary>
    private static readonly SearchValues<string> FormKeys = SearchValues.Create(
        ["scenario-form", "form-of-the-test"],
        StringComparison.Ordinal
    );

    /// <summary>Whoever knows the path of a webhook may post there. The receiver itself, in this process too, tells it in spans of its own.</summary>
    private const string WebhookPath = "path-of-the-receiver";

    private readonly ConcurrentQueue<string> leaks = new();
    private readonly ConcurrentQueue<string> guarded = new();
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

    /// <summary>
    /// Also what the database's mapper tells of its own work, ten lines for each query. What it asked, and whatever failed, is read in
    /// any case.
    /// </summary>
    public bool ReadsAll { get; set; }

    /// <summary>How much was looked at; nothing would prove nothing.</summary>
    public int Lines { get; private set; }

    /// <summary>A secret that this one bot alone has.</summary>
    public void Guard(string secret) => guarded.Enqueue(secret);

    /// <summary>What follows from the token of the bot that is made of these parts.</summary>
    public async Task GuardAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HandoffDb>();
        Guard(services.GetRequiredService<WebhookSecret>().Value);
        Guard(services.GetRequiredService<SetupCode>().Of(await db.Installations.AsNoTracking().SingleAsync()));
    }

    public ILogger CreateLogger(string categoryName) =>
        new Reader(
            this,
            ours: categoryName.StartsWith(nameof(HandoffBot), StringComparison.Ordinal),
            isMapper: categoryName.StartsWith(Mapper, StringComparison.Ordinal)
        );

    public void Dispose() => traces.Dispose();

    private void Look(Activity activity)
    {
        // Other tests run in this process, with the same secrets: whichever of them sees it fails.
        var ours = activity.Source.Name == Traces.SourceName;
        var calls = ours || activity.Source.Name.StartsWith("System.Net", StringComparison.Ordinal);
        Look($"{activity.Source.Name} {activity.DisplayName} {string.Join(' ', activity.TagObjects)}", ours, calls);
        Look(
            $"{activity.StatusDescription} {activity.TraceStateString} {string.Join(' ', activity.Baggage)}",
            ours,
            calls
        );
        foreach (var e in activity.Events)
        {
            Look($"{e.Name} {string.Join(' ', e.Tags)}", ours, calls);
        }

        foreach (var link in activity.Links)
        {
            Look($"{link.Context.TraceState} {string.Join(' ', link.Tags ?? [])}", ours, calls);
        }
    }

    /// <summary>Reads something that went out by another way.</summary>
    /// <param name="ours">The bot's own words, and not those of what it is built on.</param>
    /// <param name="calls">What calls webhooks, and not what is called.</param>
    public void Look(string written, bool ours = true, bool calls = true)
    {
        if (
            written.AsSpan().ContainsAny(Secrets)
            || Minted().IsMatch(written)
            || (calls && written.Contains(WebhookPath, StringComparison.Ordinal))
            || (ours && written.AsSpan().ContainsAny(FormKeys))
            || guarded.Any(secret => written.Contains(secret, StringComparison.Ordinal))
        )
        {
            leaks.Enqueue(written);
        }
    }

    /// <summary>The key a source posts with, the secret it signs with, or that of a webhook.</summary>
    [GeneratedRegex("(?<![A-Za-z0-9_])(h[bs]_[A-Za-z0-9_-]{3,}|whsec_[A-Za-z0-9+/]{3,})")]
    private static partial Regex Minted();

    private sealed class Reader(LeakWatch watch, bool ours, bool isMapper) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            watch.Look($"{state}", ours);
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
            if (isMapper && logLevel < LogLevel.Information && !watch.ReadsAll && !IsTrouble(eventId, exception))
            {
                return;
            }

            watch.Lines++;
            watch.Look($"{logLevel} {eventId}: {formatter(state, exception)} {exception}", ours);
        }

        /// <summary>The bot has the mapper tell its troubles quietly, and not all of them with what was thrown.</summary>
        private static bool IsTrouble(EventId what, Exception? exception) =>
            exception is not null
            || what.Name is { } name
                && (
                    name.EndsWith("Error", StringComparison.Ordinal)
                    || name.EndsWith("Failed", StringComparison.Ordinal)
                );
    }
}
