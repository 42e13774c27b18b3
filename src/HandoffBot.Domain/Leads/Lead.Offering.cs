using HandoffBot.Domain.Team;

namespace HandoffBot.Domain.Leads;

internal sealed partial class Lead
{
    /// <summary>To whom it is offered by name; null: to all.</summary>
    public PersonId? OfferedTo { get; private set; }

    /// <summary>Until then only to them.</summary>
    public DateTimeOffset? OfferedUntil { get; private set; }

    /// <summary>Whom a waiting lead is kept for at that moment.</summary>
    public PersonId? KeptFor(DateTimeOffset at) => Status is LeadStatus.New && OfferedUntil > at ? OfferedTo : null;

    /// <summary>The lead is offered to one by name before it is everybody's.</summary>
    public void Offer(Offering offering, DateTimeOffset until, DateTimeOffset at)
    {
        if (Status is LeadStatus.New)
        {
            (OfferedTo, OfferedUntil) = (offering.To, until);
            Record(new LeadOffered(at, until, offering));
        }
    }

    /// <summary>Nobody could be offered it by name: everybody may take it at once.</summary>
    public void OfferToAll(Offering offering, DateTimeOffset at)
    {
        if (Status is LeadStatus.New)
        {
            Record(new LeadOffered(at, at, offering));
        }
    }

    /// <summary>Who was offered it leaves it to the others.</summary>
    public LeadOutcome Pass(PersonId person, DateTimeOffset at)
    {
        if (KeptFor(at) != person)
        {
            return Status is LeadStatus.New ? LeadOutcome.Repeated : LeadOutcome.Overtaken;
        }

        (OfferedTo, OfferedUntil) = (null, null);
        Record(new OfferPassed(at, person));
        return LeadOutcome.Done;
    }
}
