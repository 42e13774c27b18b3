using HandoffBot.Domain.Team;

namespace HandoffBot.Domain.Leads;

/// <summary>Something that happened to a lead: who, when and why, in ids and codes. Never changed afterwards.</summary>
internal abstract record LeadEvent(DateTimeOffset At, PersonId? By)
{
    /// <summary>The lead's own count of events, from 1.</summary>
    public int Number { get; init; }

    public int Cycle { get; init; }

    public LeadId Lead { get; init; }

    public TeamId Team { get; init; }
}

internal sealed record LeadReceived(DateTimeOffset At) : LeadEvent(At, null);

/// <summary>A lead that was held back as suspect goes to the sales chat after all.</summary>
internal sealed record LeadAdmitted(DateTimeOffset At, PersonId? By) : LeadEvent(At, By);

/// <summary>One of a list asked by themselves: it waits with those that are hot from here on.</summary>
internal sealed record LeadCameForward(DateTimeOffset At) : LeadEvent(At, null);

/// <summary>The same contact asked again while the lead was open.</summary>
internal sealed record InquiryRepeated(DateTimeOffset At, int Inquiries) : LeadEvent(At, null);

/// <summary>An inquiry that had joined was somebody else's: it has a lead of its own.</summary>
internal sealed record InquiryTakenOut(DateTimeOffset At, PersonId? By, LeadId NewLead) : LeadEvent(At, By);

/// <summary>Two leads were found to be one; both say so.</summary>
/// <param name="Stays">This one goes on for both.</param>
/// <param name="OwnerBefore">Who had the one that goes.</param>
internal sealed record LeadMerged(DateTimeOffset At, PersonId? By, LeadId Other, bool Stays, PersonId? OwnerBefore)
    : LeadEvent(At, By);

/// <summary>Two leads that had been merged are two again; both say so.</summary>
internal sealed record LeadParted(DateTimeOffset At, PersonId? By, LeadId Other, bool Stays) : LeadEvent(At, By);

internal sealed record LeadClaimed(DateTimeOffset At, PersonId? By) : LeadEvent(At, By);

/// <summary>Offered to one by name until then, or to all at once because nobody could be.</summary>
internal sealed record LeadOffered(DateTimeOffset At, DateTimeOffset Until, Offering Offering) : LeadEvent(At, null);

/// <summary>Who was offered it leaves it to the others.</summary>
internal sealed record OfferPassed(DateTimeOffset At, PersonId? By) : LeadEvent(At, By);

internal sealed record LeadAssigned(DateTimeOffset At, PersonId? By, PersonId To) : LeadEvent(At, By);

/// <summary>Its owner's shift is over: a colleague has it now.</summary>
internal sealed record LeadHandedOver(DateTimeOffset At, PersonId? By, PersonId Owner) : LeadEvent(At, By);

internal sealed record LeadReleased(DateTimeOffset At, PersonId? By, PersonId Owner) : LeadEvent(At, By);

internal sealed record ContactReached(DateTimeOffset At, PersonId? By) : LeadEvent(At, By);

/// <param name="NextAt">When to try again; null: often enough.</param>
internal sealed record NoAnswerGot(DateTimeOffset At, PersonId? By, int Attempt, DateTimeOffset? NextAt)
    : LeadEvent(At, By);

internal sealed record CallBackPlanned(DateTimeOffset At, PersonId? By, DateTimeOffset CallBackAt) : LeadEvent(At, By);

internal sealed record LeadQualified(DateTimeOffset At, PersonId? By) : LeadEvent(At, By);

internal sealed record LeadWon(DateTimeOffset At, PersonId? By) : LeadEvent(At, By);

internal sealed record AmountGiven(DateTimeOffset At, PersonId? By, long AmountMinor) : LeadEvent(At, By);

internal sealed record LeadLost(DateTimeOffset At, PersonId? By, LostReason Reason) : LeadEvent(At, By);

internal sealed record LeadRejected(DateTimeOffset At, PersonId? By, RejectReason Reason) : LeadEvent(At, By);

internal sealed record LeadDeferred(DateTimeOffset At, PersonId? By, DateTimeOffset Until, SnoozeReason? Reason)
    : LeadEvent(At, By);

internal sealed record NoteTaken(DateTimeOffset At, PersonId? By) : LeadEvent(At, By);

/// <summary>Whom it was about is not known any more; an open lead is closed by it.</summary>
internal sealed record LeadForgotten(DateTimeOffset At, PersonId? By) : LeadEvent(At, By);

/// <summary>The bot was away for so much working time: the steps not yet told moved by it.</summary>
internal sealed record AbsenceWaitedOut(DateTimeOffset At, TimeSpan Working) : LeadEvent(At, null);

/// <summary>Nobody was on shift for so much working time: the steps not yet told moved by it.</summary>
internal sealed record ClockStood(DateTimeOffset At, TimeSpan Working) : LeadEvent(At, null);

/// <summary>A reminder fell due; unique by (lead, cycle, step, count), so it is said once.</summary>
internal sealed record StepTaken(DateTimeOffset At, LeadStep Step, int StepNumber) : LeadEvent(At, null);

/// <summary>A change was taken back: the event with the number <paramref name="Reverts"/> no longer counts.</summary>
/// <param name="OwnerBefore">Who had the lead until then, and may have it no more.</param>
internal sealed record ChangeUndone(DateTimeOffset At, PersonId? By, int Reverts, PersonId? OwnerBefore)
    : LeadEvent(At, By);
