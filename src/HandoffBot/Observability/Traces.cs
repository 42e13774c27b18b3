using System.Diagnostics;

namespace HandoffBot.Observability;

/// <summary>
/// The way of a lead, from the post to the press, as spans. They carry ids, names of methods and outcomes, never what people wrote or
/// how they are reached. Without anybody who listens nothing is made.
/// </summary>
internal static class Traces
{
    public const string SourceName = "HandoffBot";

    private static readonly ActivitySource Source = new(SourceName);

    public static bool AreWatched => Source.HasListeners();

    /// <summary>The W3C form of the span that is current, for whatever goes on later and elsewhere.</summary>
    public static string? Here => Activity.Current is { IdFormat: ActivityIdFormat.W3C } here ? here.Id : null;

    /// <summary>A step of what is going on.</summary>
    public static Activity? Step(string name, ActivityKind kind = ActivityKind.Internal) =>
        Source.StartActivity(name, kind);

    /// <summary>Something that begins here, or goes on from a span written down earlier.</summary>
    /// <param name="from">Its W3C form; null or unreadable: a trace of its own.</param>
    /// <param name="seen">A span of somebody else's that is only pointed at.</param>
    public static Activity? Begin(string name, ActivityKind kind, string? from = null, string? seen = null)
    {
        // Whatever is current is the framework's, and is not sampled by our rules.
        Activity.Current = null;
        return ActivityContext.TryParse(from, null, isRemote: false, out var parent)
            ? Source.StartActivity(name, kind, parent, links: LinksTo(seen))
            : Source.StartActivity(name, kind, default(ActivityContext), links: LinksTo(seen));
    }

    /// <summary>A step that somebody else will run and end: what is current here stays so.</summary>
    public static Activity? Detached(string name)
    {
        var here = Activity.Current;
        var step = here?.Source == Source ? Source.StartActivity(name) : null;
        Activity.Current = here;
        return step;
    }

    /// <summary>Ends a detached step; what is current here stays so.</summary>
    public static void End(Activity? step, bool failed)
    {
        var here = Activity.Current;
        step?.SetStatus(failed ? ActivityStatusCode.Error : ActivityStatusCode.Unset);
        step?.Dispose();
        Activity.Current = here;
    }

    private static ActivityLink[]? LinksTo(string? seen) =>
        ActivityContext.TryParse(seen, null, isRemote: true, out var other) ? [new ActivityLink(other)] : null;
}
