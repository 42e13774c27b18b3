using HandoffBot.Chat;
using HandoffBot.Dialogues;
using HandoffBot.Domain.Leads;

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
        var sheet = await sheets.FindAsync(new LeadId(dialogue.About), cancellationToken);
        var words = sheet!.Words;
        var asked = ChatMessage.Of(Line.Bold(LeadCard.Title(sheet)), words[question]);
        // In a group an answer reaches the bot only as a reply, and a reply field leaves no room for buttons.
        return dialogue.ChatId > 0
            ? asked.With([DialogueButton.Of(words[skip], dialogue, 0)])
            : asked with
            {
                AskReply = words[question],
            };
    }
}
