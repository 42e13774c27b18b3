using HandoffBot.Chat;
using HandoffBot.Dialogues;
using HandoffBot.Domain.Leads;
using HandoffBot.Resources;

namespace HandoffBot.Features.Handoff;

/// <summary>Questions about one lead: a sentence with its number and subject, and one way out by button.</summary>
internal sealed class LeadQuestions(LeadSheets sheets)
{
    public async Task<ChatMessage> AskAsync(
        Dialogue dialogue,
        string question,
        string skip,
        CancellationToken cancellationToken
    )
    {
        var (title, words) = await AboutAsync(dialogue, cancellationToken);
        var asked = ChatMessage.Of(title, words[question]);
        // In a group an answer reaches the bot only as a reply, and a reply field leaves no room for buttons.
        return dialogue.ChatId > 0
            ? asked.With([DialogueButton.Of(words[skip], dialogue, 0)])
            : asked with
            {
                AskReply = words[question],
            };
    }

    /// <summary>The first line of a question, and how to speak.</summary>
    public async Task<(Line Title, Wording Words)> AboutAsync(Dialogue dialogue, CancellationToken cancellationToken)
    {
        var sheet = await sheets.FindAsync(new LeadId(dialogue.About), cancellationToken);
        return (Line.Bold(LeadCard.Title(sheet!)), sheet!.Words);
    }
}
