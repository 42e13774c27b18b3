using HandoffBot.Chat;
using HandoffBot.Dialogues;
using HandoffBot.Domain.Intake;
using HandoffBot.Resources;

namespace HandoffBot.Features.Intake.ByHand;

/// <summary>The questions of dictating a lead.</summary>
internal static class NewLeadText
{
    private const int LongestQuote = 1500;

    public static ChatMessage Of(Wording words, Dialogue dialogue, NewLeadDraft draft, bool canFind) =>
        dialogue.Step switch
        {
            NewLeadStep.Offer => Offer(words, dialogue, canFind),
            NewLeadStep.Check => Check(words, dialogue, draft),
            NewLeadStep.Fix => Fix(words, dialogue),
            _ => Question(words, dialogue),
        };

    private static ChatMessage Offer(Wording words, Dialogue dialogue, bool canFind)
    {
        var message = ChatMessage.Of(words["Intake.Offer"]);
        var take = Choice(words, dialogue, NewLeadChoice.Take);
        return canFind ? message.With([take], [Choice(words, dialogue, NewLeadChoice.Find)]) : message.With([take]);
    }

    private static ChatMessage Question(Wording words, Dialogue dialogue)
    {
        var (title, hint) = ($"Intake.New{dialogue.Step}", $"Intake.New{dialogue.Step}Hint");
        var cancel = Choice(words, dialogue, NewLeadChoice.Cancel);
        return ChatMessage
            .Of(Line.Bold(words[title]), words[hint])
            .With(
                dialogue.Step is NewLeadStep.Contact ? [cancel] : [Choice(words, dialogue, NewLeadChoice.Skip), cancel]
            );
    }

    private static ChatMessage Check(Wording words, Dialogue dialogue, NewLeadDraft draft) =>
        ChatMessage
            .Of(
                Line.Bold(words["Intake.NewCheck"]),
                Known(draft.Name),
                Known(draft.Phone),
                Known(draft.Email),
                Known(draft.Messenger),
                Known(string.Join(" \u00B7 ", new[] { draft.Product, draft.City }.OfType<string>())),
                draft.Message is { } said
                    ? (Line)words.Quoted(OutsideText.Isolate(OutsideText.Cut(said, LongestQuote)))
                    : null
            )
            .With(
                [Choice(words, dialogue, NewLeadChoice.Save)],
                [Choice(words, dialogue, NewLeadChoice.Fix), Choice(words, dialogue, NewLeadChoice.Cancel)]
            );

    private static ChatMessage Fix(Wording words, Dialogue dialogue) =>
        ChatMessage
            .Of(Line.Bold(words["Intake.NewFix"]))
            .With(
                [Choice(words, dialogue, NewLeadChoice.FixName), Choice(words, dialogue, NewLeadChoice.FixContact)],
                [Choice(words, dialogue, NewLeadChoice.FixWanted), Choice(words, dialogue, NewLeadChoice.FixCity)],
                [Choice(words, dialogue, NewLeadChoice.Back)]
            );

    private static Line? Known(string? text) => string.IsNullOrEmpty(text) ? null : (Line)OutsideText.Isolate(text);

    private static Button Choice(Wording words, Dialogue dialogue, NewLeadChoice choice) =>
        DialogueButton.Of(words[$"Intake.Choice{choice}"], dialogue, (long)choice);
}
