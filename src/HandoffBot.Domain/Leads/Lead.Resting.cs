using HandoffBot.Domain.Reminders;

namespace HandoffBot.Domain.Leads;

internal sealed partial class Lead
{
    public DateTimeOffset? DeferredUntil { get; private set; }

    /// <summary>Why it rests until <see cref="DeferredUntil"/>; null where nobody was asked.</summary>
    public SnoozeReason? SnoozedFor { get; private set; }

    /// <summary>The manager gave a reason why it is not to be taken yet.</summary>
    public bool RestsAt(DateTimeOffset at) => SnoozedFor is not null && DeferredUntil > at;

    /// <summary>The manager lets a waiting lead rest for a while: no step before <paramref name="until"/>.</summary>
    /// <param name="reason">Null: only a word to the manager that comes later.</param>
    public LeadOutcome Defer(
        Actor manager,
        DateTimeOffset until,
        DateTimeOffset at,
        TeamRhythm rhythm,
        SnoozeReason? reason = null
    )
    {
        if (Status is not LeadStatus.New)
        {
            return IsOwned ? LeadOutcome.Overtaken : LeadOutcome.Closed;
        }

        (DeferredUntil, SnoozedFor) = (until, reason);
        Record(new LeadDeferred(at, manager.Person, until, reason));
        SetClocks(rhythm);
        return LeadOutcome.Done;
    }
}
