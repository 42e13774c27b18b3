using HandoffBot.Load.Running;

namespace HandoffBot.Load.Kills;

/// <summary>Follows the calls to the look-alike, which keeps only the last of them.</summary>
internal sealed class CallWatch(Control telegram)
{
    /// <summary>What a process had under way when it was stopped arrives a moment later; no successor is that quick.</summary>
    private static readonly TimeSpan OnItsWay = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AskAgain = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly List<Call> recent = [];
    private long last;

    /// <summary>Calls a limit held back or refused.</summary>
    public int Broken { get; private set; }

    /// <summary>How long after the moment the next message or edit arrived.</summary>
    /// <param name="silentFrom">Whoever spoke at the moment says nothing any more since then.</param>
    public async Task<TimeSpan> NextSendAsync(DateTimeOffset after, DateTimeOffset silentFrom)
    {
        using var enough = new CancellationTokenSource(Patience);
        using var often = new PeriodicTimer(AskAgain);
        while (true)
        {
            var calls = await LookAsync();
            if (
                calls.Where(c => c.IsCounted && ArrivedAt(c) > silentFrom + OnItsWay).Select(ArrivedAt).ToList()
                is [_, ..] arrived
            )
            {
                return arrived.Min() - after;
            }

            await often.WaitForNextTickAsync(enough.Token);
        }
    }

    /// <summary>What was called since the last look.</summary>
    public async Task<IReadOnlyList<Call>> LookAsync()
    {
        var calls = await telegram.CallsAsync(last);
        last = calls.Length > 0 ? calls[^1].Number : last;
        foreach (var call in calls)
        {
            recent.RemoveAll(c => ArrivedAt(c) < ArrivedAt(call) - Minute);
            if (call.Status == 429 || call.Delayed > TimeSpan.Zero)
            {
                Broken++;
                Console.Error.WriteLine(Explain(call));
            }

            recent.Add(call);
        }

        return calls;
    }

    /// <summary>What came before a call that a limit held back, so that it can be seen which limit it was.</summary>
    private string Explain(Call call)
    {
        var before = recent
            .Where(c => c.IsCounted && c.Chat == call.Chat)
            .Select(c =>
                $"{(ArrivedAt(call) - ArrivedAt(c)).TotalSeconds:0.000}+{c.Took.TotalSeconds:0.000} {c.Method} {c.Message}"
            );
        var others = recent.Count(c => c.IsCounted && ArrivedAt(call) - ArrivedAt(c) < TimeSpan.FromSeconds(1));
        return $"A limit held back {call.Method} {call.Message} to {call.Chat} at {ArrivedAt(call):HH:mm:ss.fff} by {call.Delayed.TotalSeconds:0.000} s ({call.Status}); {others} calls in the second before; to this chat, seconds before: {string.Join(", ", before)}";
    }

    private static DateTimeOffset ArrivedAt(Call call) => call.At - call.Took;
}
