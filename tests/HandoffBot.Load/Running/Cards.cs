namespace HandoffBot.Load.Running;

/// <summary>How a lead's card is told from the bot's other messages, by what a person sees.</summary>
internal static class Cards
{
    public const string Take = "Take";

    public static bool IsOf(Message message, string lead) =>
        message.ReplyTo is null && message.Text is { } text && LeadOf(text) == lead;

    public static bool IsCard(Message message) => message.ReplyTo is null && LeadOf(message.Text ?? "") is not null;

    /// <summary>The number of the lead in the first line; null when there is none.</summary>
    public static string? LeadOf(string text)
    {
        var line = text.Split('\n')[0];
        var at = line.IndexOf("L-", StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        var end = at + 2;
        while (end < line.Length && char.IsAsciiDigit(line[end]))
        {
            end++;
        }

        return end == at + 2 ? null : line[at..end];
    }
}
