using HandoffBot.Domain.Leads;

namespace HandoffBot.Features.Handoff.Merging;

/// <summary>What a lead has to do with others: those merged into it, inquiries that joined it, the customer's lead before, one that may be the same.</summary>
internal sealed record LeadTies
{
    public static LeadTies None { get; } = new();

    /// <summary>With their contacts, oldest first; also those that were merged into one of them.</summary>
    public IReadOnlyList<Lead> Merged { get; init; } = [];

    /// <summary>Those that can be taken out, newest first; also of the merged ones.</summary>
    public IReadOnlyList<JoinedInquiry> Joined { get; init; } = [];

    public LeadSheet? Former { get; init; }

    /// <summary>Only while both wait for somebody to say so.</summary>
    public Resemblance? Like { get; init; }

    public IEnumerable<LeadId> Group(LeadId lead) => Merged.Select(l => l.Id).Prepend(lead);

    public int Inquiries(Lead lead) => lead.Inquiries + Merged.Sum(l => l.Inquiries);
}

/// <param name="Name">As they said it themselves.</param>
internal sealed record JoinedInquiry(long Id, LeadId Lead, string? Name, DateTimeOffset At);
