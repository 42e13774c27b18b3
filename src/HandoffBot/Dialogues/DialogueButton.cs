using HandoffBot.Chat;
using HandoffBot.Persistence;
using HandoffBot.Resources;

namespace HandoffBot.Dialogues;

/// <summary>A choice under a dialogue's question.</summary>
internal sealed class DialogueButton(HandoffDb db, DialogueEngine engine, Callers callers, TimeProvider clock) : IButton
{
    public const string Verb = "say";

    public static Button Of(string label, Dialogue dialogue, long choice) =>
        Button.Of(label, Verb, dialogue.Seq, choice, dialogue.Version);

    public async Task<PressAnswer> PressAsync(ButtonPressed pressed, CancellationToken cancellationToken)
    {
        var dialogue = await db.Dialogues.FindAsync([pressed.Press!.About], cancellationToken);
        var words = await callers.WordsForAsync(pressed, cancellationToken);
        if (dialogue is null || dialogue.Person.Value != pressed.From?.Id || IsElsewhere(dialogue, pressed))
        {
            return new PressAnswer(words["Common.NotYourQuestion"]);
        }

        if (dialogue.State is DialogueState.Over || dialogue.ExpiresAt <= clock.GetUtcNow())
        {
            return new PressAnswer(EndOf(dialogue, words));
        }

        if (dialogue.Version != pressed.Press.Extra)
        {
            return new PressAnswer(words["Common.QuestionAnswered"]);
        }

        var turn = await engine.Of(dialogue).ChooseAsync(dialogue, pressed.Press.Choice, pressed, cancellationToken);
        await engine.FollowAsync(pressed, dialogue, turn, cancellationToken);
        return PressAnswer.Nothing;
    }

    /// <summary>What became of it; one that was left lying is only closed.</summary>
    private static string EndOf(Dialogue dialogue, Wording words) =>
        dialogue.State is DialogueState.Over && dialogue.Read<DialogueEnd>() is { Key: { } key, Values: var values }
            ? words.Say(key, [.. values])
            : words["Common.QuestionOver"];

    /// <summary>What is asked in private is answered there, not before a whole chat.</summary>
    private static bool IsElsewhere(Dialogue dialogue, ButtonPressed pressed) =>
        dialogue.Place.IsPrivate && !pressed.Place.IsPrivate;
}
