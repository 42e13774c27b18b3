namespace HandoffBot.Domain.Team;

/// <summary>Whether one more lead fits, and if not, why.</summary>
internal enum Fullness
{
    No,

    /// <summary>Too many open ones: one must be finished or given back.</summary>
    Open,

    /// <summary>Too many that nobody has called yet.</summary>
    NotWorked,
}
