namespace HandoffBot.Sandbox.BotApi;

/// <summary>Updates of one chat, or the presses of one person: what fails holds up only those behind it.</summary>
internal sealed record DeliveryLane(int Failures, DateTimeOffset NotBefore)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestAsked = TimeSpan.FromSeconds(3600);

    /// <summary>Retried at once, then after 2, 4, 8 … seconds; a Retry-After is obeyed.</summary>
    public DeliveryLane Failed(DateTimeOffset now, TimeSpan? asked)
    {
        var usual = Failures == 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Pow(2, Math.Min(Failures, 10)));
        var pause = usual < LongestPause ? usual : LongestPause;
        if (asked is { } given)
        {
            pause = given < LongestAsked ? given : LongestAsked;
        }

        return new DeliveryLane(Failures + 1, now + pause);
    }
}
