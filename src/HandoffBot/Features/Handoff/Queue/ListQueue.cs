using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Handoff.Queue;

/// <summary>What is left when a rush is over, in one list: the urgent first, then the oldest, as they are taken.</summary>
internal sealed class ListQueue(HandoffDb db, TimeProvider clock) : IDelivery
{
    private const int Listed = 12;

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var seq = row.Read<PostQueue.Arguments>().Rush;
        var rush = await db.Rushes.AsNoTracking().SingleAsync(r => r.Seq == seq, cancellationToken);
        var now = clock.GetUtcNow();
        var left = await db
            .Leads.AsNoTracking()
            .Where(l => l.Team == rush.Team && l.Status == LeadStatus.New && !l.IsSuspect && l.ListId == null)
            .NotResting(now)
            .OrderByDescending(l => l.Priority)
            .ThenBy(l => l.WaitingSince)
            .ThenBy(l => l.Id)
            .Select(l => new { l.Id, l.WaitingSince })
            .ToListAsync(cancellationToken);
        if (left.Count == 0)
        {
            return Speech.Nothing("none is left");
        }

        var words = (await db.Teams.AsNoTracking().SingleAsync(t => t.Id == rush.Team, cancellationToken)).Words();
        var since = words.Moment(left.Min(l => l.WaitingSince), now);
        var numbers = string.Join(", ", left.Take(Listed).Select(l => l.Id));
        var message = ChatMessage.Of(
            Line.Bold(words.Say("Handoff.QueueLeft", left.Count, since)),
            left.Count > Listed ? words.Say("Handoff.QueueLeftMore", numbers, left.Count - Listed) : numbers
        );
        var take = Button.Of(words["Handoff.TakeNext"], LeadVerbs.TakeNext, rush.Team.Value);
        return new Speech.Say(
            message.With([take]),
            MessageRole.Other,
            0,
            [.. left.Take(Listed).Select(l => l.Id.Value)]
        );
    }
}
