namespace HandoffBot.Domain.Leads;

/// <summary>What is said when a lead has waited too long; a lead remembers which were said, hence flags.</summary>
[Flags]
internal enum LeadStep
{
    None = 0,

    /// <summary>A silent reminder in the sales chat.</summary>
    Remind = 1,

    /// <summary>The SLA is missed: those who may take it are mentioned.</summary>
    Sla = 2,

    /// <summary>The manager hears of it, again and again until somebody takes it.</summary>
    Manager = 4,

    /// <summary>The owner is asked whether the customer was called.</summary>
    FirstContact = 8,

    /// <summary>The owner is asked what came of it.</summary>
    Outcome = 16,

    /// <summary>The planned call-back is due.</summary>
    CallBack = 32,

    /// <summary>Offered by name to the next in turn.</summary>
    Next = 64,
}
