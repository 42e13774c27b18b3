using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Team;

/// <summary>Old leads that nobody has seen yet, in one message.</summary>
internal sealed class ListWaiting(HandoffDb db, TimeProvider clock) : IDelivery
{
    private const int AtMost = 40;

    /// <summary>Five rows of two; the others are opened by their number.</summary>
    private const int Opened = 10;

    internal sealed record Arguments(IReadOnlyList<long> Leads);

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var ids = row.Read<Arguments>().Leads.Select(l => new LeadId(l)).ToList();
        var leads = await db
            .Leads.AsNoTracking()
            .Where(l => ids.Contains(l.Id) && l.Status == LeadStatus.New)
            .OrderBy(l => l.ReceivedAt)
            .Select(l => new
            {
                l.Id,
                l.Team,
                l.ReceivedAt,
            })
            .ToListAsync(cancellationToken);
        if (leads.Count == 0)
        {
            return Speech.Nothing("none waits any more");
        }

        var team = await db.Teams.AsNoTracking().SingleAsync(t => t.Id == leads[0].Team, cancellationToken);
        var words = team.Words();
        var shown = string.Join(", ", leads.Take(AtMost).Select(l => l.Id));
        var message = ChatMessage.Of(
            Line.Bold(words.Say("Team.Waiting", leads.Count, words.Time(leads[0].ReceivedAt, clock.GetUtcNow()))),
            leads.Count > AtMost ? words.Say("Team.WaitingMore", shown, leads.Count - AtMost) : shown,
            words["Team.WaitingHow"]
        );
        var buttons = leads.Take(Opened).Select(l => Button.Of(l.Id.ToString(), LeadVerbs.Open, l.Id.Value)).Chunk(2);
        return new Speech.Say(message.With([.. buttons]), MessageRole.Other, 0, [.. leads.Select(l => l.Id.Value)]);
    }
}
