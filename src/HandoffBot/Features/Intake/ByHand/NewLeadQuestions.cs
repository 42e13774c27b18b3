using HandoffBot.Chat;
using HandoffBot.Dialogues;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Intake.ByHand;

/// <summary>Asks for a lead that is dictated, in the words of its team, and says which team that is where there are several.</summary>
internal sealed class NewLeadQuestions(HandoffDb db, OtherTeams others)
{
    public async Task<ChatMessage> AskAsync(Dialogue dialogue, bool canFind, CancellationToken cancellationToken)
    {
        var id = new TeamId((int)dialogue.About);
        var team = await db.Teams.AsNoTracking().SingleAsync(t => t.Id == id, cancellationToken);
        var question = NewLeadText.Of(team.Words(), dialogue, dialogue.Read<NewLeadDraft>(), canFind);
        return await others.MarkAsync(question, dialogue.Place, team, cancellationToken);
    }
}
