using HandoffBot.Domain.Digests;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Digest;

/// <summary>A manager's morning in private, reckoned when it is sent.</summary>
internal sealed class SendDaily(HandoffDb db, LeadFactsQuery leads, TimeProvider clock) : IDelivery
{
    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var given = row.Read<DigestOf>();
        var team = await db.Teams.AsNoTracking().SingleAsync(t => t.Id == given.TeamId, cancellationToken);
        var due = DigestDue.DailyOn(given.On, team.Rhythm.Hours);
        var day = due.PeriodAsOf(clock.GetUtcNow());
        var facts = await leads.WithOpenAsync(team.Id, day.Start, cancellationToken);
        var figures = DailyFigures.From(facts, day, new ClaimSla(team.Rhythm.Hours, team.Ladder.Sla));
        if (figures.IsEmpty)
        {
            return Speech.Nothing("empty day");
        }

        var words = team.Words();
        var message = DigestMessage.Of(DailyText.Lines(figures, words), due, row.CreatedAt, words);
        return new Speech.Say(message, MessageRole.Other, 0);
    }
}
