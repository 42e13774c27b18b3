using HandoffBot.Domain.Team;

namespace HandoffBot.Domain.Leads;

/// <summary>Somebody whose shift is over asks a colleague to take what cannot wait until they are back.</summary>
internal sealed class Handover
{
    public long Id { get; private set; }

    public required TeamId Team { get; init; }

    public required PersonId From { get; init; }

    public required PersonId To { get; init; }

    /// <summary>Their numbers. What is settled or changed hands meanwhile is not handed over.</summary>
    public required IReadOnlyList<long> Leads { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public void Answer(DateTimeOffset at) => AnsweredAt = at;
}
