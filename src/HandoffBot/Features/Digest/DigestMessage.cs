using HandoffBot.Chat;
using HandoffBot.Domain.Digests;
using HandoffBot.Resources;

namespace HandoffBot.Features.Digest;

/// <summary>Lines of a digest as one silent message; a late one says so under its headline.</summary>
internal static class DigestMessage
{
    private const int MostLines = 8;

    public static ChatMessage Of(IReadOnlyList<string> lines, DigestDue due, DateTimeOffset madeAt, Wording words)
    {
        List<string> told = [.. lines];
        if (due.IsLate(madeAt))
        {
            told.Insert(1, words.Say("Digest.Late", words.Time(due.At, madeAt)));
        }

        // The first line and the last stay; what is the least missed stands last but one.
        while (told.Count > MostLines || told.Sum(l => l.Length + 1) - 1 > WeeklyText.LongestCaption)
        {
            told.RemoveAt(told.Count - 2);
        }

        return new ChatMessage { Lines = [Line.Bold(told[0]), .. told.Skip(1).Select(l => (Line)l)], Silent = true };
    }
}
