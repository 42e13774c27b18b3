using HandoffBot.Chat;
using HandoffBot.Domain.Campaigns;
using HandoffBot.Domain.Intake;
using HandoffBot.Resources;

namespace HandoffBot.Features.Promotions;

/// <summary>Who answered a promotion and how, for the marketer who announced it.</summary>
internal static class ReadinessBoard
{
    private const int LongestName = 30;
    private const int NamesTold = 12;
    private const int QuotesTold = 8;

    /// <summary>All quotations together; with the names they must fit one message.</summary>
    private const int RoomForQuotes = 1600;

    private const int ShortestQuote = 80;

    public static ChatMessage Of(
        Promotion promotion,
        IReadOnlyList<ReadinessReply> replies,
        DateOnly today,
        Wording words
    )
    {
        var answered = replies.Count(r => r.Answer is not null);
        Line?[] lines =
        [
            Line.Bold(
                words.Say("Promotions.BoardTitle", PromotionCard.Title(promotion.Text, words), answered, replies.Count)
            ),
            PromotionCard.From(promotion.StartsOn, today, words),
            Listed("Promotions.BoardReady", ReadinessAnswer.Ready, replies, words),
            Listed("Promotions.BoardQuestion", ReadinessAnswer.Question, replies, words),
            .. Quotes(ReadinessAnswer.Question, replies, words),
            Listed("Promotions.BoardNotReady", ReadinessAnswer.NotReady, replies, words),
            .. Quotes(ReadinessAnswer.NotReady, replies, words),
            Listed("Promotions.BoardNoAnswer", null, replies, words),
            replies.Count == 0 ? (Line)words["Promotions.BoardEmpty"] : null,
        ];
        return ChatMessage.Of(lines) with { Silent = true };
    }

    private static Line? Listed(
        string key,
        ReadinessAnswer? answer,
        IReadOnlyList<ReadinessReply> replies,
        Wording words
    )
    {
        var names = replies.Where(r => r.Answer == answer).Select(r => Name(r.Name)).ToList();
        if (names.Count == 0)
        {
            return null;
        }

        var rest = names.Count - NamesTold;
        var told = names.Take(NamesTold);
        return (Line)
            words.Say(key, string.Join(", ", rest > 0 ? told.Append(words.Say("Promotions.BoardRest", rest)) : told));
    }

    private static IEnumerable<Line> Quotes(
        ReadinessAnswer answer,
        IReadOnlyList<ReadinessReply> replies,
        Wording words
    )
    {
        var longest = RoomForQuotes / Math.Max(1, replies.Count(r => r.Words is not null));
        return replies
            .Where(r => r.Answer == answer && r.Words is not null)
            .Take(QuotesTold)
            .Select(r => (Line)words.Say("Promotions.BoardQuote", Name(r.Name), Quote(r.Words!, longest, words)));
    }

    private static string Quote(string said, int longest, Wording words) =>
        words.Quoted(OutsideText.Cut(said.ReplaceLineEndings(" "), Math.Max(longest, ShortestQuote)));

    private static string Name(string name) => OutsideText.Isolate(OutsideText.Cut(name, LongestName));
}
