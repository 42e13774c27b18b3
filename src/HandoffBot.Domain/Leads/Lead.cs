using HandoffBot.Domain.Reminders;
using HandoffBot.Domain.Team;

namespace HandoffBot.Domain.Leads;

/// <summary>One person or company that asked. Its whole life is here: claim, work, outcome, reminders, undo.</summary>
internal sealed partial class Lead
{
    /// <summary>How long one's own last change can be taken back: 30 seconds.</summary>
    public static readonly TimeSpan UndoWithin = TimeSpan.FromSeconds(30);

    /// <summary>A second press of the same button this soon is a trembling thumb, not a second wish: 3 seconds.</summary>
    public static readonly TimeSpan RepeatWithin = TimeSpan.FromSeconds(3);

    private readonly List<LeadEvent> happened = [];

    private Lead() { }

    public LeadId Id { get; private set; }

    public TeamId Team { get; private set; }

    public long SourceId { get; private set; }

    public long? CampaignId { get; private set; }

    public Contact Contact { get; private set; } = null!;

    public long ContactId { get; private set; }

    public string? Product { get; private set; }

    public string? City { get; private set; }

    /// <summary>Product and city in one case, to be searched on both databases.</summary>
    public string SearchText { get; private set; } = "";

    public LeadStatus Status { get; private set; }

    public PersonId? Owner { get; private set; }

    /// <summary>How often it came back to New; never goes down.</summary>
    public int Cycle { get; private set; }

    /// <summary>How often the contact asked, the first time included.</summary>
    public int Inquiries { get; private set; }

    /// <summary>When the contact asked again last.</summary>
    public DateTimeOffset? AskedAgainAt { get; private set; }

    /// <summary>The lead this customer had before.</summary>
    public LeadId? Former { get; private set; }

    /// <summary>Somebody else's lead that may be this one.</summary>
    public Resemblance? Like { get; private set; }

    public int Attempts { get; private set; }

    public DateTimeOffset ReceivedAt { get; private set; }

    public DateTimeOffset WaitingSince { get; private set; }

    /// <summary>The SLA: until when it should be taken.</summary>
    public DateTimeOffset ClaimDueAt { get; private set; }

    public DateTimeOffset? FirstClaimedAt { get; private set; }

    public DateTimeOffset? ClaimedAt { get; private set; }

    public DateTimeOffset? ContactedAt { get; private set; }

    public DateTimeOffset? QualifiedAt { get; private set; }

    public DateTimeOffset? CallBackAt { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>The <see cref="RejectReason"/> or <see cref="LostReason"/> it was closed with.</summary>
    public string? Reason { get; private set; }

    public long? AmountMinor { get; private set; }

    public LeadPriority Priority { get; private set; }

    public bool IsTest { get; private set; }

    /// <summary>Perhaps not from a person: kept, and shown to the manager instead of the sales chat.</summary>
    public bool IsSuspect { get; private set; }

    /// <summary>How many events it has; the last one's number.</summary>
    public int Events { get; private set; }

    /// <summary>Two savers of one state: the second one reads again and decides again.</summary>
    public int Version { get; private set; }

    public bool IsOpen => Status is LeadStatus.New or LeadStatus.Claimed or LeadStatus.Qualified;

    /// <summary>As many attempts in vain as make "no answer" a reason.</summary>
    public bool IsTriedEnough => ContactedAt is null && Attempts >= RetryPlan.Attempts;

    /// <summary>Nobody called yet or planned to.</summary>
    public bool IsNotWorked => ContactedAt is null && Attempts == 0 && CallBackAt is null;

    public bool IsOwned => Status is LeadStatus.Claimed or LeadStatus.Qualified;

    /// <summary>A lead has come in.</summary>
    public static Lead Receive(LeadId id, NewLead given, DateTimeOffset at, TeamRhythm rhythm)
    {
        var lead = new Lead
        {
            Id = id,
            Team = given.Team,
            SourceId = given.SourceId,
            CampaignId = given.CampaignId,
            Contact = given.Contact,
            Product = given.Product,
            City = given.City,
            SearchText = SearchTextOf(given.Product, given.City),
            Priority = given.Priority,
            IsTest = given.IsTest,
            IsSuspect = given.IsSuspect,
            ListId = given.ListId,
            IsArriving = given.IsArriving,
            Former = given.Former,
            Like = given.Like,
            Inquiries = 1,
            ReceivedAt = at,
            WaitingSince = at,
        };
        lead.Record(new LeadReceived(at));
        lead.SetClocks(rhythm);
        return lead;
    }

    /// <summary>What happened since this was last asked, oldest first.</summary>
    public IReadOnlyList<LeadEvent> TakeHappened()
    {
        var taken = happened.ToArray();
        happened.Clear();
        return taken;
    }

    public bool MayWork(Actor actor) => actor.IsManager || Owner == actor.Person;

    private void Record(LeadEvent what)
    {
        // Another one acted: the change before is not the last any more.
        if (what is not NoteTaken && what.By is { } by && by != LastChange?.By)
        {
            LastChange = null;
        }

        Events++;
        Version++;
        happened.Add(what with { Number = Events, Cycle = Cycle, Lead = Id, Team = Team });
    }
}
