namespace HandoffBot.Features.Intake;

/// <summary>What a post meets at the doors.</summary>
internal abstract record Knock
{
    internal sealed record Opened(Door Door) : Knock;

    /// <summary>There is no such key or form.</summary>
    internal sealed record Nobody : Knock;

    /// <param name="IsStranger">It is not the source that sends too much, but the address that tries too many keys.</param>
    internal sealed record TooOften(TimeSpan Wait, bool IsStranger) : Knock;
}
