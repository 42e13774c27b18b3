using HandoffBot.Chat;
using HandoffBot.Domain.Campaigns;
using HandoffBot.Domain.Intake;
using HandoffBot.Resources;

namespace HandoffBot.Features.Promotions;

/// <summary>A promotion as the sales chat sees it.</summary>
internal static class PromotionCard
{
    private const int LongestTitle = 60;

    public static ChatMessage Of(string text, DateOnly startsOn, DateOnly today, Wording words)
    {
        var lines = text.Split('\n');
        return new ChatMessage
        {
            Lines =
            [
                Line.Bold(words.Say("Promotions.Title", lines[0])),
                .. lines.Skip(1).Select(l => (Line)l),
                From(startsOn, today, words),
                words["Promotions.IsAllReady"],
            ],
        };
    }

    public static IReadOnlyList<Button>[] Buttons(long promotion, Wording words) =>
        [
            [Answer(promotion, ReadinessAnswer.Ready, words)],
            [Answer(promotion, ReadinessAnswer.Question, words), Answer(promotion, ReadinessAnswer.NotReady, words)],
        ];

    public static string From(DateOnly startsOn, DateOnly today, Wording words) =>
        words.Say("Promotions.From", words.Date(startsOn, today), words.WeekDay(startsOn.DayOfWeek));

    /// <summary>The first line, in quotation marks and not too long.</summary>
    public static string Title(string text, Wording words) =>
        words.Quoted(OutsideText.Cut(text.Split('\n')[0], LongestTitle));

    private static Button Answer(long promotion, ReadinessAnswer answer, Wording words) =>
        Button.Of(words[$"Promotions.Button{answer}"], GiveReadiness.Verb, promotion, (long)answer);
}
