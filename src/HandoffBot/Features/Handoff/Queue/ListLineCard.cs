using HandoffBot.Chat;
using HandoffBot.Domain.Intake;
using HandoffBot.Domain.Leads;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Handoff.Queue;

/// <summary>One line for all leads of a list: how many wait, and the next one at a press.</summary>
internal sealed class ListLineCard(HandoffDb db)
{
    public async Task<ChatMessage> OfAsync(long id, CancellationToken cancellationToken)
    {
        var list = await db.Lists.AsNoTracking().SingleAsync(l => l.Id == id, cancellationToken);
        var words = (await db.Teams.AsNoTracking().SingleAsync(t => t.Id == list.Team, cancellationToken)).Words();
        var waiting = await WaitingAsync(db, list, cancellationToken);
        if (waiting == 0)
        {
            return ChatMessage.Of(Line.Bold(words.Say("Handoff.ListOver", NameOf(list))));
        }

        var title = Line.Bold(words.Say("Handoff.ListWaits", waiting, NameOf(list)));
        return ChatMessage
            .Of(title, words["Handoff.ListHow"])
            .With([Button.Of(words["Handoff.TakeNext"], LeadVerbs.TakeNext, list.Team.Value)]) with
        {
            Silent = true,
        };
    }

    /// <summary>How many of a list's leads nobody has.</summary>
    public static Task<int> WaitingAsync(HandoffDb db, LeadList list, CancellationToken cancellationToken) =>
        db.Leads.CountAsync(
            l => l.Team == list.Team && l.Status == LeadStatus.New && l.ListId == list.Id,
            cancellationToken
        );

    private static string NameOf(LeadList list) => OutsideText.Isolate(ContactMask.Text(list.SourceName));
}
