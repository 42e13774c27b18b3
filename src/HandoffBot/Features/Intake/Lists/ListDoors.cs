using HandoffBot.Domain.Leads;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Intake.Lists;

/// <summary>The door a list's leads come through.</summary>
internal sealed class ListDoors(HandoffDb db)
{
    public async Task<Door> OfAsync(LeadList list, CancellationToken cancellationToken)
    {
        var team = await db.Teams.AsNoTracking().SingleAsync(t => t.Id == list.Team, cancellationToken);
        var source = await db
            .Sources.AsNoTracking()
            .FirstOrDefaultAsync(
                s => s.Team == list.Team && (list.SourceId == null ? s.Name == list.SourceName : s.Id == list.SourceId),
                cancellationToken
            );
        return new Door(
            source
                ?? new Source
                {
                    Team = list.Team,
                    Name = list.SourceName,
                    CreatedAt = list.SentAt,
                },
            team
        );
    }
}
