namespace HandoffBot.Features.Promotions;

/// <summary>A day somebody named, or why it cannot be the start of a promotion.</summary>
internal abstract record StartDateReading
{
    internal sealed record Day(DateOnly On) : StartDateReading;

    /// <summary>It is no date.</summary>
    internal sealed record Unread : StartDateReading;

    /// <summary>It is past, or more than a year away.</summary>
    internal sealed record OutOfRange : StartDateReading;
}
