namespace HandoffBot.Domain.Team;

/// <summary>Wrong setup codes of one sender: after <see cref="Free"/> of them each next try has to wait longer.</summary>
internal sealed class SetupAttempt
{
    public const int Free = 5;

    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    public required PersonId Person { get; init; }

    public int Wrong { get; private set; }

    public DateTimeOffset LastAt { get; private set; }

    public DateTimeOffset NextAt =>
        Wrong < Free
            ? LastAt
            : LastAt
                + TimeSpan.FromTicks(
                    Math.Min(Longest.Ticks, TimeSpan.FromMinutes(1 << Math.Min(Wrong - Free, 10)).Ticks)
                );

    public void Fail(DateTimeOffset at) => (Wrong, LastAt) = (Wrong + 1, at);
}
