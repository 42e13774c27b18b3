namespace HandoffBot.Domain.Team;

/// <summary>How many leads one rep carries at most. 0 is no limit.</summary>
/// <param name="Open">Taken and not closed.</param>
/// <param name="NotWorked">Those of them without a call, a contact or a planned call-back yet.</param>
internal sealed record Capacity(int Open, int NotWorked)
{
    /// <summary>15 and 5, a custom of the trade.</summary>
    public static Capacity Default { get; } = new(15, 5);

    public static Capacity Unlimited { get; } = new(0, 0);

    /// <summary>What keeps somebody with these hands from one more lead.</summary>
    public Fullness Of(Hands hands) =>
        Open > 0 && hands.Open >= Open ? Fullness.Open
        : NotWorked > 0 && hands.NotWorked >= NotWorked ? Fullness.NotWorked
        : Fullness.No;
}
