namespace HandoffBot.Domain.Team;

/// <summary>A person, by the messenger's id, which never changes.</summary>
internal readonly record struct PersonId(long Value)
{
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A team: one sales chat with its marketing channel and managers.</summary>
internal readonly record struct TeamId(int Value)
{
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
