namespace HandoffBot.Telegram.Polling;

/// <summary>Runs work side by side, but in order within a lane.</summary>
internal sealed class Lanes
{
    private readonly Lock one = new();
    private readonly Dictionary<LaneKey, Task> tails = [];

    /// <summary>Ends when the work, and all that stood before it in its lane, has ended. What the work throws holds up nothing behind it.</summary>
    public Task Enqueue(LaneKey lane, Func<Task> work)
    {
        lock (one)
        {
            ForgetFinished();
            var last = tails.GetValueOrDefault(lane, Task.CompletedTask);
            var task = AfterAsync(last, work);
            tails[lane] = task;
            return task;
        }
    }

    /// <summary>Ends when nothing runs any more.</summary>
    public async Task DrainAsync()
    {
        Task running;
        lock (one)
        {
            running = Task.WhenAll(tails.Values);
        }

        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

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
