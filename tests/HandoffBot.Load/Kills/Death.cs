using HandoffBot.Load.Running;

namespace HandoffBot.Load.Kills;

/// <summary>The end of a process that was to kill itself.</summary>
internal static class Death
{
    /// <summary>The code of a process that was killed.</summary>
    public const int Killed = 128 + 9;

    /// <summary>Fails when it lives on, or ends in another way.</summary>
    public static async Task AwaitAsync(Child doomed, TimeSpan patience)
    {
        var code = await doomed.ExitAsync(patience);
        if (code != Killed)
        {
            throw new InvalidOperationException($"It ended with code {code} instead of a kill:\n{doomed.Said}");
        }
    }
}
