namespace HandoffBot.Domain.Leads;

internal sealed partial class Lead
{
    /// <summary>The last change a person made, as long as it could be taken back.</summary>
    public LeadChange? LastChange { get; private set; }

    /// <summary>Whether it is not too late to take the last change back.</summary>
    public bool MayUndo(DateTimeOffset at) => LastChange is { } last && at - last.At <= UndoWithin;

    private void Change(string verb, LeadEvent what)
    {
        var before = State();
        Record(what);
        LastChange = new LeadChange(what.By!.Value, what.At, Events, verb, before);
    }

    private LeadState State() =>
        new(
            Status,
            Owner,
            WaitingSince,
            CallBackAt,
            Attempts,
            FirstClaimedAt,
            ClaimedAt,
            ContactedAt,
            QualifiedAt,
            ClosedAt,
            Reason,
            AmountMinor,
            Said,
            LastStepAt,
            DeferredUntil,
            IsSuspect,
            WaitedOut,
            SnoozedFor
        );

    /// <summary>One that waits waits anew, and rests as long as the manager had said.</summary>
    private void StandAsBefore(LeadState before, DateTimeOffset at)
    {
        Restore(before);
        if (Status is LeadStatus.New)
        {
            BackToQueue(at);
            (DeferredUntil, SnoozedFor) = (before.DeferredUntil, before.SnoozedFor);
        }
    }

    private void Restore(LeadState before)
    {
        (Status, Owner, WaitingSince) = (before.Status, before.Owner, before.WaitingSince);
        (CallBackAt, Attempts) = (before.CallBackAt, before.Attempts);
        (FirstClaimedAt, ClaimedAt) = (before.FirstClaimedAt, before.ClaimedAt);
        (ContactedAt, QualifiedAt, ClosedAt) = (before.ContactedAt, before.QualifiedAt, before.ClosedAt);
        (Reason, AmountMinor, Said, LastStepAt) = (before.Reason, before.AmountMinor, before.Said, before.LastStepAt);
        (DeferredUntil, SnoozedFor) = (before.DeferredUntil, before.SnoozedFor);
        (IsSuspect, WaitedOut) = (before.IsSuspect, before.WaitedOut);
    }
}
