using HandoffBot.Domain.Reminders;
using HandoffBot.Domain.Team;

namespace HandoffBot.Domain.Leads;

internal sealed partial class Lead
{
    /// <summary>The lead that goes on for this one too.</summary>
    public LeadId? MergedInto { get; private set; }

    /// <summary>How it stood when it was merged, and before others were merged into it, to be so again.</summary>
    public LeadState? BeforeMerge { get; private set; }

    /// <summary>How many leads were merged into this one; not those that were merged into them.</summary>
    public int Absorbed { get; private set; }

    /// <summary>When the contact asked last.</summary>
    public DateTimeOffset LastAskedAt => AskedAgainAt ?? ReceivedAt;

    /// <summary>The same contact asks again while this lead is open.</summary>
    public void Repeat(Contact newer, DateTimeOffset at)
    {
        Inquiries++;
        AskedAgainAt = at;
        Contact.Complete(newer);
        Record(new InquiryRepeated(at, Inquiries));
    }

    /// <summary>An inquiry that joined was somebody else's.</summary>
    /// <param name="left">What the other inquiries said of the contact, oldest first; none: it had told nothing new.</param>
    public void TakeOut(LeadId asNew, PersonId by, IReadOnlyList<Contact> left, DateTimeOffset at)
    {
        Inquiries--;
        if (left.Count > 0)
        {
            Contact.Become(left);
        }

        Record(new InquiryTakenOut(at, by, asNew));
    }

    /// <summary>Of two leads that are one: the real one before one held back, the one in work before one that waits, then the older.</summary>
    public static (Lead Stays, Lead Goes) WhoStays(Lead one, Lead other)
    {
        var inOrder = new[] { one, other }
            .OrderBy(l => l.IsSuspect)
            .ThenByDescending(l => l.IsOwned)
            .ThenBy(l => l.Id.Value)
            .ToList();
        return (inOrder[0], inOrder[1]);
    }

    /// <summary>Two open leads are one: one goes on for both, see <see cref="WhoStays"/>.</summary>
    public static MergeOutcome Merge(Lead one, Lead other, Actor by, DateTimeOffset at, TeamRhythm rhythm)
    {
        if (RefusesMerge(one, other, by) is { } refused)
        {
            return refused;
        }

        var (stays, goes) = WhoStays(one, other);
        var owner = goes.Owner;
        var before = goes.State() with { Alone = goes.BeforeMerge?.Alone };
        goes.BeforeMerge = before;
        (goes.MergedInto, goes.Owner, goes.OfferedTo, goes.OfferedUntil) = (stays.Id, null, null, null);
        goes.Record(new LeadMerged(at, by.Person, stays.Id, Stays: false, owner));
        goes.LastChange = null;
        goes.Close(LeadStatus.Merged, null, at, rhythm);
        stays.NoteAlone();
        stays.Absorbed++;
        stays.AskedAgainAt = stays.LastAskedAt > goes.LastAskedAt ? stays.AskedAgainAt : goes.LastAskedAt;
        stays.Record(new LeadMerged(at, by.Person, goes.Id, Stays: true, owner));
        stays.KeepPaceOf(goes, before, at, rhythm);
        return MergeOutcome.Done;
    }

    /// <summary>Two leads that had been merged are two after all: the one that went stands as it stood, or waits anew.</summary>
    /// <param name="stays">The one it was merged into.</param>
    /// <param name="by">Whoever may work the lead that goes on for both, or had this one.</param>
    public LeadOutcome PartFrom(Lead stays, Actor by, DateTimeOffset at, TeamRhythm rhythm)
    {
        if (MergedInto != stays.Id || BeforeMerge is not { } before)
        {
            return LeadOutcome.Repeated;
        }

        if (Contact.IsForgotten)
        {
            return LeadOutcome.Closed;
        }

        if (!stays.MayWork(by) && before.Owner != by.Person)
        {
            return LeadOutcome.NotYours;
        }

        StandAsBefore(before, at);
        (MergedInto, LastChange) = (null, null);
        Record(new LeadParted(at, by.Person, stays.Id, Stays: false));
        StandAlone(rhythm);
        stays.Absorbed--;
        stays.Record(new LeadParted(at, by.Person, Id, Stays: true));
        stays.StandAlone(rhythm);
        return LeadOutcome.Done;
    }

    /// <summary>Null if this actor may merge them now, else the answer.</summary>
    public static MergeOutcome? RefusesMerge(Lead one, Lead other, Actor by) =>
        one.Id == other.Id ? MergeOutcome.Itself
        : one.Team != other.Team ? MergeOutcome.OtherTeams
        : one.MergedInto == other.Id || other.MergedInto == one.Id ? MergeOutcome.AlreadyOne
        : !one.IsOpen || !other.IsOpen ? MergeOutcome.Closed
        : one.IsTest != other.IsTest ? MergeOutcome.TestAndReal
        : !one.MayWork(by) && !other.MayWork(by) ? MergeOutcome.NotYours
        : null;
}
