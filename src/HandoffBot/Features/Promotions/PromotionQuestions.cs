using HandoffBot.Chat;
using HandoffBot.Dialogues;
using HandoffBot.Resources;

namespace HandoffBot.Features.Promotions;

/// <summary>The questions that lead to an announcement.</summary>
internal static class PromotionQuestions
{
    public const long Cancel = 1;
    public const long Announce = 2;
    public const long Fix = 3;
    public const long FixText = 4;
    public const long FixDate = 5;
    public const long Back = 6;

    public static ChatMessage Text(Dialogue dialogue, int longest, Wording words) =>
        Question(words.Say("Promotions.AskText", longest)).With([Choice("Cancel", Cancel, dialogue, words)]);

    public static ChatMessage Date(Dialogue dialogue, DateOnly today, Wording words)
    {
        var tomorrow = today.AddDays(1);
        var monday = today.AddDays(7 - (((int)today.DayOfWeek + 6) % 7));
        List<IReadOnlyList<Button>> rows =
        [
            [Day("Today", today, dialogue, words), Day("Tomorrow", tomorrow, dialogue, words)],
        ];
        if (monday != tomorrow)
        {
            rows.Add([Day("OnMonday", monday, dialogue, words)]);
        }

        rows.Add([Choice("Cancel", Cancel, dialogue, words)]);
        return Question(words["Promotions.AskDate"]) with { Keyboard = rows };
    }

    /// <summary>The announcement exactly as it will look, but for its buttons.</summary>
    public static ChatMessage Preview(Dialogue dialogue, PromotionDraft draft, DateOnly today, Wording words) =>
        PromotionCard
            .Of(draft.Text!, draft.StartsOn!.Value, today, words)
            .With(
                [Choice("Announce", Announce, dialogue, words)],
                [Choice("Fix", Fix, dialogue, words), Choice("Cancel", Cancel, dialogue, words)]
            );

    public static ChatMessage WhatToFix(Dialogue dialogue, Wording words) =>
        Question(words["Promotions.AskFix"])
            .With(
                [Choice("FixText", FixText, dialogue, words), Choice("FixDate", FixDate, dialogue, words)],
                [Choice("Back", Back, dialogue, words)]
            );

    private static ChatMessage Question(string text)
    {
        var lines = text.Split('\n');
        return ChatMessage.Of([Line.Bold(lines[0]), .. lines.Skip(1).Select(l => (Line)l)]);
    }

    private static Button Choice(string name, long choice, Dialogue dialogue, Wording words) =>
        DialogueButton.Of(words[$"Promotions.{name}"], dialogue, choice);

    /// <summary>A day is its own choice, so that an old button means the day it was made for.</summary>
    private static Button Day(string name, DateOnly day, Dialogue dialogue, Wording words) =>
        DialogueButton.Of(words[$"Promotions.{name}"], dialogue, day.DayNumber);
}
