using HandoffBot.Domain.Reminders;
using HandoffBot.Domain.Team;

namespace HandoffBot.Domain.Leads;

internal sealed partial class Lead
{
    /// <summary>Whether somebody must act before that moment: nobody tried to call yet, or a call is planned.</summary>
    public bool CannotWaitUntil(DateTimeOffset moment) =>
        IsOwned && (CallBackAt is { } planned ? planned < moment : ContactedAt is null && Attempts == 0);

    /// <summary>A colleague takes it over as it stands, with what is planned.</summary>
    public LeadOutcome HandOver(PersonId from, PersonId to, DateTimeOffset at, TeamRhythm rhythm)
    {
        if (!IsOwned)
        {
            return IsOpen ? LeadOutcome.NotTaken : LeadOutcome.Closed;
        }

        if (Owner != from)
        {
            return Owner == to ? LeadOutcome.Repeated : LeadOutcome.NotYours;
        }

        Record(new LeadHandedOver(at, to, from));
        (Owner, LastChange) = (to, null);
        SetClocks(rhythm);
        return LeadOutcome.Done;
    }
}
