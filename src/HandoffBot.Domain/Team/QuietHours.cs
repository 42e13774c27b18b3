namespace HandoffBot.Domain.Team;

/// <summary>
/// When a person's phone is not to ring, by the wall clock of a zone; <c>To</c> at or before <c>From</c> is on the next day. What is said
/// then arrives without a sound.
/// </summary>
internal sealed record QuietHours(TimeOnly From, TimeOnly To, string ZoneId)
{
    public bool Holds(DateTimeOffset at)
    {
        var now = TimeOnly.FromDateTime(WallClock.Local(at, TimeZoneInfo.FindSystemTimeZoneById(ZoneId)));
        return From < To ? now >= From && now < To : now >= From || now < To;
    }
}
