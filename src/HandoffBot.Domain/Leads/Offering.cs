using HandoffBot.Domain.Team;

namespace HandoffBot.Domain.Leads;

/// <summary>Why somebody was offered a lead and others were not, as it stood at that moment.</summary>
/// <param name="To">Null: nobody could be, and it is everybody's.</param>
/// <param name="Considered">Everybody who might have been, the chosen one included.</param>
internal sealed record Offering(HandingMode Mode, PersonId? To, IReadOnlyList<Considered> Considered);

/// <param name="Why">Why not; Chosen for the one.</param>
/// <param name="Carried">Their open leads then.</param>
/// <param name="Offers">Of the week's offers, in hundredths of all.</param>
/// <param name="Shift">Of the week's time on shift, weighted, in hundredths of all.</param>
internal sealed record Considered(PersonId Person, SkipReason Why, int Carried, int Offers, int Shift);

internal enum SkipReason
{
    Chosen,

    /// <summary>Others were farther behind their share.</summary>
    LaterInTurn,
    OffShift,
    Full,

    /// <summary>None of the lead's words is among their skills.</summary>
    OtherSkills,

    /// <summary>Somebody else had this customer.</summary>
    NotTheOwner,

    /// <summary>Was offered it before.</summary>
    Asked,

    /// <summary>Set to get no offers.</summary>
    NoWeight,

    /// <summary>Never pressed Start, or blocked the bot: an offer would not reach them.</summary>
    Unreachable,
}
