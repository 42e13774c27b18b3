namespace HandoffBot.Sandbox;

/// <summary>When the sandbox begins, in the demo company's zone (UTC+3): always the same day, so that stories repeat.</summary>
internal static class Calendar
{
    /// <summary>A Monday in the middle of November, 10:00.</summary>
    public static DateTimeOffset Monday { get; } = new(2026, 11, 16, 7, 0, 0, TimeSpan.Zero);

    /// <summary>The same day just before nine: the summary is about to come.</summary>
    public static DateTimeOffset MondayMorning { get; } = new(2026, 11, 16, 5, 59, 50, TimeSpan.Zero);
}
