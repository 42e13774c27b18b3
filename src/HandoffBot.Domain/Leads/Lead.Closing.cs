using HandoffBot.Domain.Reminders;

namespace HandoffBot.Domain.Leads;

internal sealed partial class Lead
{
    /// <summary>Sold. The amount may follow; until then it is unknown, which is not zero.</summary>
    public LeadOutcome Win(Actor actor, DateTimeOffset at, TeamRhythm rhythm)
    {
        if (Refuses(actor, nameof(Win), at) is { } refused)
        {
            return refused;
        }

        Change(nameof(Win), new LeadWon(at, actor.Person));
        (ContactedAt, QualifiedAt) = (ContactedAt ?? at, QualifiedAt ?? at);
        Close(LeadStatus.Won, null, at, rhythm);
        return LeadOutcome.Done;
    }

    /// <summary>What a won lead was sold for, in minor units of the team's currency; may be corrected.</summary>
    public LeadOutcome GiveAmount(Actor actor, long amountMinor, DateTimeOffset at)
    {
        if (Status is not LeadStatus.Won)
        {
            return IsOpen ? LeadOutcome.NotTaken : LeadOutcome.Closed;
        }

        if (!MayWork(actor))
        {
            return LeadOutcome.NotYours;
        }

        AmountMinor = amountMinor;
        Record(new AmountGiven(at, actor.Person, amountMinor));
        return LeadOutcome.Done;
    }

    public LeadOutcome Lose(Actor actor, LostReason reason, DateTimeOffset at, TeamRhythm rhythm)
    {
        if (Refuses(actor, nameof(Lose), at) is { } refused)
        {
            return refused;
        }

        Change(nameof(Lose), new LeadLost(at, actor.Person, reason));
        Close(LeadStatus.Lost, reason.ToString(), at, rhythm);
        return LeadOutcome.Done;
    }

    /// <summary>A bad lead: anybody of the team may say so while nobody has it, then the owner and the manager.</summary>
    public LeadOutcome Reject(Actor actor, RejectReason reason, DateTimeOffset at, TeamRhythm rhythm)
    {
        if (Refuses(actor, nameof(Reject), at) is { } refused && refused is not LeadOutcome.NotTaken)
        {
            return refused;
        }

        Change(nameof(Reject), new LeadRejected(at, actor.Person, reason));
        Close(LeadStatus.Rejected, reason.ToString(), at, rhythm);
        return LeadOutcome.Done;
    }

    private void Close(LeadStatus status, string? reason, DateTimeOffset at, TeamRhythm rhythm)
    {
        (Status, Reason, ClosedAt, CallBackAt) = (status, reason, at, null);
        (DeferredUntil, SnoozedFor) = (null, null);
        SetClocks(rhythm);
    }
}
