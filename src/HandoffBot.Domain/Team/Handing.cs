namespace HandoffBot.Domain.Team;

/// <summary>How a team's leads find their rep.</summary>
internal enum HandingMode
{
    /// <summary>The first press wins.</summary>
    Free,

    /// <summary>Offered to one by name, in turn, fair over the week.</summary>
    InTurn,

    /// <summary>Offered first to who knows the product, the city or the source.</summary>
    Skills,

    /// <summary>Offered first to who had this customer before.</summary>
    OwnerFirst,
}

/// <param name="For">How long an offer stands before the lead is everybody's, in working time.</param>
internal sealed record Handing(HandingMode Mode, TimeSpan For)
{
    /// <summary>As long as nobody would be reminded: the first step of the ladder.</summary>
    public static Handing Default { get; } = new(HandingMode.Free, TimeSpan.FromMinutes(3));
}
