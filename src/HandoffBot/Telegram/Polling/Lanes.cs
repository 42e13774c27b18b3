namespace HandoffBot.Telegram.Polling;

/// <summary>Runs work side by side, but in order within a lane.</summary>
internal sealed class Lanes
{
    private readonly Dictionary<LaneKey, Task> tails = [];

    public int Count => tails.Count;

    /// <summary>Ends when the work, and all that stood before it in its lane, has ended. The work must not throw.</summary>
    public Task Enqueue(LaneKey lane, Func<Task> work)
    {
        ForgetFinished();
        var last = tails.GetValueOrDefault(lane, Task.CompletedTask);
        var task = AfterAsync(last, work);
        tails[lane] = task;
        return task;
    }

    /// <summary>Ends when nothing runs any more.</summary>
    public async Task DrainAsync() =>
        await Task.WhenAll(tails.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private static async Task AfterAsync(Task before, Func<Task> work)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        await work();
    }

    private void ForgetFinished()
    {
        foreach (var lane in tails.Where(t => t.Value.IsCompleted).Select(t => t.Key).ToArray())
        {
            tails.Remove(lane);
        }
    }
}
