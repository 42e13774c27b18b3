namespace HandoffBot.Chat;

/// <summary>What the person who pressed is told at once: a toast, or an alert to be closed by hand. At most 200 characters are shown.</summary>
internal sealed record PressAnswer(string Text, bool Alert = false)
{
    /// <summary>Ends the spinner without a word.</summary>
    public static PressAnswer Nothing { get; } = new("");
}
