using HandoffBot.Chat;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Reminders.HandingOver;

/// <summary>A colleague is asked to take over what cannot wait.</summary>
internal sealed class OfferHandover(HandoffDb db, WaitingLeads leads, UrgentLeads urgent, TimeProvider clock)
    : IDelivery
{
    private const int Listed = 6;

    internal sealed record Arguments(long Handover);

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var id = row.Read<Arguments>().Handover;
        var handover = await db.Handovers.AsNoTracking().SingleAsync(h => h.Id == id, cancellationToken);
        var open = (await leads.ReadAsync(handover.Leads, cancellationToken))
            .Where(l => l.Lead.IsOwned && l.Lead.Owner == handover.From)
            .ToList();
        if (open.Count == 0 || handover.AnsweredAt is not null)
        {
            return Speech.Nothing("nothing to hand over any more");
        }

        var team = await leads.TeamAsync(handover.Team, cancellationToken);
        if (await urgent.WhoIsBackAsync(handover, team, cancellationToken) is not null)
        {
            return Speech.Nothing("who asked is back");
        }

        var name = await urgent.NameAsync(handover.From, cancellationToken);
        var (words, now) = (team.Words(), clock.GetUtcNow());
        var message = ChatMessage.Of([
            Line.Bold(words.Say("Reminders.HandoverOffer", name, open.Count)),
            .. open.Take(Listed).Select(l => (Line?)AskHandover.LineOf(l, words, now)),
            open.Count > Listed ? (Line)words.Say("Reminders.AndMoreMine", open.Count - Listed) : null,
        ]);
        return new Speech.Say(
            message.With([
                Button.Of(words["Reminders.HandoverTake"], AnswerHandover.Verb, id, AnswerHandover.Yes),
                Button.Of(words["Reminders.HandoverCannot"], AnswerHandover.Verb, id, AnswerHandover.No),
            ]),
            MessageRole.Other,
            0
        );
    }
}
