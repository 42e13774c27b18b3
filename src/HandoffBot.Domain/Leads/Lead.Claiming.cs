using HandoffBot.Domain.Reminders;
using HandoffBot.Domain.Team;

namespace HandoffBot.Domain.Leads;

internal sealed partial class Lead
{
    /// <summary>A rep takes the lead. Of any number of presses exactly one is answered with Claimed.</summary>
    public ClaimOutcome Claim(PersonId rep, DateTimeOffset at, TeamRhythm rhythm)
    {
        if (IsOwned)
        {
            return Owner == rep ? ClaimOutcome.AlreadyYours : ClaimOutcome.TakenByAnother;
        }

        if (Status is not LeadStatus.New)
        {
            return ClaimOutcome.Closed;
        }

        if (KeptFor(at) is { } other && other != rep)
        {
            return ClaimOutcome.KeptForAnother;
        }

        Change(nameof(Claim), new LeadClaimed(at, rep));
        BelongTo(rep, at);
        SetClocks(rhythm);
        return ClaimOutcome.Claimed;
    }

    /// <summary>The manager gives the lead to somebody, taken or not.</summary>
    public LeadOutcome Assign(Actor manager, PersonId to, DateTimeOffset at, TeamRhythm rhythm)
    {
        if (!IsOpen)
        {
            return LeadOutcome.Closed;
        }

        if (Owner == to)
        {
            return LeadOutcome.Repeated;
        }

        Change(nameof(Assign), new LeadAssigned(at, manager.Person, to));
        BelongTo(to, at);
        SetClocks(rhythm);
        return LeadOutcome.Done;
    }

    /// <summary>The owner, or the manager, gives the lead back to the queue: the ladder starts again.</summary>
    public LeadOutcome Release(Actor actor, DateTimeOffset at, TeamRhythm rhythm)
    {
        if (Refuses(actor, nameof(Release), at) is { } refused)
        {
            return refused;
        }

        var owner = Owner!.Value;
        Change(nameof(Release), new LeadReleased(at, actor.Person, owner));
        BackToQueue(at);
        SetClocks(rhythm);
        return LeadOutcome.Done;
    }

    /// <summary>Its owner has left the team: it goes back to the queue.</summary>
    public void Orphan(DateTimeOffset at, TeamRhythm rhythm)
    {
        if (IsOwned)
        {
            Record(new LeadReleased(at, null, Owner!.Value));
            LastChange = null;
            BackToQueue(at);
            SetClocks(rhythm);
        }
    }

    /// <summary>The manager lets a lead through that was held back as suspect.</summary>
    public LeadOutcome Admit(Actor manager, DateTimeOffset at, TeamRhythm rhythm)
    {
        if (!IsSuspect || Status is not LeadStatus.New)
        {
            return IsOpen ? LeadOutcome.Repeated : LeadOutcome.Closed;
        }

        (IsSuspect, WaitingSince) = (false, at);
        Record(new LeadAdmitted(at, manager.Person));
        SetClocks(rhythm);
        return LeadOutcome.Done;
    }

    /// <summary>Takes back one's own last change, within <see cref="UndoWithin"/> and if nobody acted since.</summary>
    public LeadOutcome Undo(PersonId person, DateTimeOffset at, TeamRhythm rhythm)
    {
        if (LastChange is not { } last || last.By != person)
        {
            return LeadOutcome.Overtaken;
        }

        if (at - last.At > UndoWithin)
        {
            return LeadOutcome.TooLate;
        }

        var ownerBefore = Owner;
        StandAsBefore(last.Before, at);
        LastChange = null;
        Record(new ChangeUndone(at, person, last.EventNumber, ownerBefore));
        SetClocks(rhythm);
        return LeadOutcome.Done;
    }

    private void BelongTo(PersonId rep, DateTimeOffset at)
    {
        (Status, Owner, ClaimedAt) = (LeadStatus.Claimed, rep, at);
        (ContactedAt, QualifiedAt, CallBackAt, Attempts) = (null, null, null, 0);
        (DeferredUntil, SnoozedFor) = (null, null);
        (FirstClaimedAt, Said, LastStepAt, WaitedOut) = (FirstClaimedAt ?? at, LeadStep.None, null, TimeSpan.Zero);
        // Somebody vouches for it; given back it must not wait unseen.
        IsSuspect = false;
    }

    private void BackToQueue(DateTimeOffset at)
    {
        (Status, Owner, ClaimedAt, ContactedAt, QualifiedAt) = (LeadStatus.New, null, null, null, null);
        (CallBackAt, ClosedAt, Reason, AmountMinor, Attempts) = (null, null, null, null, 0);
        (WaitingSince, Said, LastStepAt) = (at, LeadStep.None, null);
        (DeferredUntil, SnoozedFor) = (null, null);
        (WaitedOut, OfferedTo, OfferedUntil) = (TimeSpan.Zero, null, null);
        Cycle++;
    }
}
