using HandoffBot.Load.Running;

namespace HandoffBot.Load.Kills;

/// <summary>Follows the calls to the look-alike, which keeps only the last of them.</summary>
internal sealed class CallWatch(Control telegram)
{
    /// <summary>What a process had under way when it was stopped arrives a moment later; no successor is that quick.</summary>
    private static readonly TimeSpan OnItsWay = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan AskAgain = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private long last;

    /// <summary>Calls a limit held back or refused.</summary>
    public int Broken { get; private set; }

    /// <summary>How long after the moment the next message or edit arrived.</summary>
    public async Task<TimeSpan> NextSendAsync(DateTimeOffset after)
    {
        using var enough = new CancellationTokenSource(Patience);
        using var often = new PeriodicTimer(AskAgain);
        while (true)
        {
            var calls = await LookAsync();
            if (
                calls.Where(c => c.IsCounted && ArrivedAt(c) > after + OnItsWay).Select(ArrivedAt).ToList()
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
        Broken += calls.Count(c => c.Status == 429 || c.Delayed > TimeSpan.Zero);
        return calls;
    }

    private static DateTimeOffset ArrivedAt(Call call) => call.At - call.Took;
}
