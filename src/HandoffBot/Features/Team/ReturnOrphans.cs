using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Team;

/// <summary>The open leads of somebody who left go back to the queue; the manager hears which.</summary>
internal sealed class ReturnOrphans(HandoffDb db, HandOut handOut, TimeProvider clock)
{
    public async Task ReturnAsync(Member left, Incoming update, CancellationToken cancellationToken)
    {
        var (id, person) = (left.Team, left.Person);
        var owned = await db
            .Leads.Include(l => l.Contact)
            .Where(l => l.Team == id && l.Owner == person)
            .Where(l => l.Status == LeadStatus.Claimed || l.Status == LeadStatus.Qualified)
            .OrderBy(l => l.Id)
            .ToListAsync(cancellationToken);
        if (owned.Count == 0)
        {
            return;
        }

        var team = await db.Teams.SingleAsync(t => t.Id == id, cancellationToken);
        foreach (var lead in owned)
        {
            lead.Orphan(clock.GetUtcNow(), team.Rhythm);
            await handOut.OfferAsync(lead, cancellationToken);
        }

        var managers = await db
            .Members.AsNoTracking()
            .Where(m => m.Team == id && m.LeftAt == null && (m.Roles & (Roles.Manager | Roles.Admin)) != 0)
            .Select(m => m.Person)
            .ToListAsync(cancellationToken);
        var said = new TellOrphans.Arguments(id.Value, person.Value, [.. owned.Select(l => l.Id.Value)]);
        foreach (var manager in managers)
        {
            var origin = Replies.OriginOf(update, string.Create(CultureInfo.InvariantCulture, $"orphans:{id.Value}"));
            var to = ChatAddress.Private(manager.Value);
            db.Say(new Intent(nameof(TellOrphans), to, origin, OutboxPriority.Private, said), clock.GetUtcNow());
        }
    }
}
