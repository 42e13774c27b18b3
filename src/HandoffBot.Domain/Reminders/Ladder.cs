namespace HandoffBot.Domain.Reminders;

/// <summary>How long a lead may wait, in working time of its team, before the next person is told.</summary>
/// <param name="Remind">Unclaimed: a silent reminder in the sales chat, naming nobody.</param>
/// <param name="Sla">Unclaimed: the norm; the reminder now names those on shift.</param>
/// <param name="Manager">Unclaimed: the manager is told in private.</param>
/// <param name="ManagerRepeat">Unclaimed still: the manager is told again, every so often.</param>
/// <param name="FirstContact">Claimed: until the first attempt to contact.</param>
/// <param name="Outcome">Claimed: until the first outcome.</param>
internal sealed record Ladder(
    TimeSpan Remind,
    TimeSpan Sla,
    TimeSpan Manager,
    TimeSpan ManagerRepeat,
    TimeSpan FirstContact,
    TimeSpan Outcome
)
{
    /// <summary>Unclaimed: offered by name to the next in turn who is on shift; null: never.</summary>
    public TimeSpan? Next { get; init; }

    /// <summary>
    /// 3, 5, 10 and 30 minutes: the odds of qualifying a lead are 21 times higher after five minutes than after thirty
    /// (Oldroyd, InsideSales 2007, six firms: take it as a direction), and customers wait ten minutes at most (Telphin and
    /// OkoCRM, 2025). 30 minutes to the first contact: within the hour it is 7 times likelier to qualify than an hour later
    /// (Oldroyd and others, HBR 3/2011). 24 working hours to an outcome is a custom of the trade.
    /// </summary>
    public static Ladder Default { get; } =
        new(
            Remind: TimeSpan.FromMinutes(3),
            Sla: TimeSpan.FromMinutes(5),
            Manager: TimeSpan.FromMinutes(10),
            ManagerRepeat: TimeSpan.FromMinutes(30),
            FirstContact: TimeSpan.FromMinutes(30),
            Outcome: TimeSpan.FromHours(24)
        );
}
