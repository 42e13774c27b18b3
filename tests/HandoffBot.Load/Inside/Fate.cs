using System.Diagnostics;

namespace HandoffBot.Load.Inside;

/// <summary>Kills its own process, as the system does, when it passes a point for the n-th time.</summary>
/// <param name="pass">From 1.</param>
internal sealed class Fate(DeathPoint point, int pass)
{
    private int passed;

    public void Pass(DeathPoint here)
    {
        if (here == point && Interlocked.Increment(ref passed) == pass)
        {
            Process.GetCurrentProcess().Kill();
            // The signal is on its way; nothing more may be done meanwhile.
            Thread.Sleep(Timeout.Infinite);
        }
    }
}
