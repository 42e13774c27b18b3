namespace HandoffBot.Features.Intake;

/// <summary>A way to write to somebody in a messenger.</summary>
/// <param name="Handle"><c>@name</c>, <c>+79123451234</c>, or the text as typed when it is neither.</param>
internal readonly record struct MessengerReading(MessengerKind Kind, string Handle)
{
    /// <summary>The same for the same account, however it was typed.</summary>
    public string Folded => $"{Kind}:{Handle}".ToLowerInvariant();
}
