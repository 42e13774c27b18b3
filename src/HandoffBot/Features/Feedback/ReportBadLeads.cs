using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Feedback;

/// <summary>Tells the marketing chat which leads were bad and why; those reopened meanwhile are left out.</summary>
internal sealed class ReportBadLeads(HandoffDb db, BadLeadsQuery leads) : IDelivery
{
    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var window = row.Read<BadLeadsWindow>();
        var team = await db.Teams.AsNoTracking().SingleAsync(t => t.Id == window.TeamId, cancellationToken);
        var judged = await leads.ReadAsync(window, cancellationToken);
        if (BadLeadsText.Of(window, judged, team.Words()) is not { } message)
        {
            return Speech.Nothing("none left");
        }

        var bad = judged.Where(l => l.Reason is not null).Select(l => l.Id.Value);
        return new Speech.Say(message, MessageRole.Other, 0, [.. bad]);
    }
}
