using HandoffBot.Chat;

namespace HandoffBot.Dialogues;

/// <summary>One conversation: its questions, and what an answer leads to. The step and what was said so far are on the row.</summary>
internal interface IDialogue
{
    /// <summary>The question of the current step.</summary>
    Task<ChatMessage> AskAsync(Dialogue dialogue, CancellationToken cancellationToken);

    /// <summary>The person wrote something.</summary>
    Task<DialogueTurn> HearAsync(Dialogue dialogue, TextWritten text, CancellationToken cancellationToken);

    /// <summary>The person pressed the button with that choice (see <see cref="DialogueButton.Of"/>).</summary>
    Task<DialogueTurn> ChooseAsync(
        Dialogue dialogue,
        long choice,
        ButtonPressed pressed,
        CancellationToken cancellationToken
    );
}

/// <summary>What comes next in a dialogue.</summary>
internal abstract record DialogueTurn
{
    /// <summary>The question of the step the dialogue is at now.</summary>
    internal sealed record Ask : DialogueTurn;

    /// <summary>A text of the resource files that says what would be possible; the question stands.</summary>
    internal sealed record Refuse(string Key, params IReadOnlyList<string> Values) : DialogueTurn;

    /// <summary>It is finished; <paramref name="Key"/> is the last word, if any.</summary>
    internal sealed record Over(string? Key = null, params IReadOnlyList<string> Values) : DialogueTurn
    {
        /// <summary>What a press that comes too late is told where there was no last word; a text without values.</summary>
        public string? Became { get; init; }
    }
}
