namespace HandoffBot.Features.Team;

/// <summary>When the admin may be told that the disk is full: once an hour, and once a minute while it does not arrive.</summary>
internal sealed class FullDiskTold(TimeProvider clock)
{
    private static readonly TimeSpan TryAgain = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan TellAgain = TimeSpan.FromHours(1);

    private long at;
    private TimeSpan wait;

    public bool IsTime()
    {
        if (clock.GetElapsedTime(at) < wait)
        {
            return false;
        }

        (at, wait) = (clock.GetTimestamp(), TryAgain);
        return true;
    }

    public void Now() => wait = TellAgain;
}
