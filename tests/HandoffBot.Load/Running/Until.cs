using System.Diagnostics;

namespace HandoffBot.Load.Running;

internal static class Until
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(2);

    /// <summary>Asks again and again; fails when it takes too long, or when the program asked has ended.</summary>
    public static async Task TrueAsync(Func<Task<bool>> isSo, TimeSpan patience, Child asked)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await isSo())
        {
            asked.MustRun();
            if (Stopwatch.GetElapsedTime(started) > patience)
            {
                throw new TimeoutException($"It took longer than {patience}. It said:\n{asked.Said}");
            }

            await Task.Delay(Pause);
        }
    }
}
