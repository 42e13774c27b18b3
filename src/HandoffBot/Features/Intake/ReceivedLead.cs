using HandoffBot.Domain.Leads;

namespace HandoffBot.Features.Intake;

/// <summary>What became of an inquiry.</summary>
internal abstract record ReceivedLead(LeadId Lead)
{
    /// <summary>A lead of its own.</summary>
    internal sealed record Accepted(LeadId Lead) : ReceivedLead(Lead);

    /// <summary>The same post came before; nothing was changed.</summary>
    internal sealed record Duplicate(LeadId Lead) : ReceivedLead(Lead);

    /// <summary>The contact asks again; their open lead knows it.</summary>
    internal sealed record Joined(LeadId Lead) : ReceivedLead(Lead);

    /// <summary>For metrics and logs.</summary>
    public string Outcome => GetType().Name.ToLowerInvariant();
}
