using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Handoff;

/// <summary>Who may see a contact: the owner, the manager, the admin; read when it is about to be shown.</summary>
internal sealed class MemberRights(HandoffDb db)
{
    public async Task<bool> MaySeeContactAsync(Lead lead, PersonId person, CancellationToken cancellationToken)
    {
        var member = await db
            .Members.AsNoTracking()
            .SingleOrDefaultAsync(m => m.Team == lead.Team && m.Person == person, cancellationToken);
        return member is { IsPresent: true } && (member.IsManager || lead.Owner == person);
    }
}
