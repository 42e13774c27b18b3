using HandoffBot.Chat;
using HandoffBot.Domain.Digests;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Ticks;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Feedback;

/// <summary>Once a full hour: bad leads nobody was told of yet become one report to the marketing chat.</summary>
internal sealed class SweepBadLeads(HandoffDb db, BadLeadsQuery leads, CommitWriter writer, TimeProvider clock) : ISweep
{
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var places = await (
            from chat in db.Chats.AsNoTracking()
            where chat.Kind == ChatKind.Marketing && chat.State != ChatState.Lost
            join team in db.Teams.AsNoTracking() on chat.Team equals team.Id
            select new { Team = team, At = new ChatAddress(chat.ChatId, chat.ThreadId) }
        ).ToListAsync(cancellationToken);
        foreach (var place in places)
        {
            var window = await WindowAsync(db, place.Team, cancellationToken);
            if (window.From < window.To && await leads.AnyAsync(window, cancellationToken))
            {
                await writer.CommitAsync(
                    (scope, token) => WriteAsync(scope.Db, place.Team, place.At, token),
                    cancellationToken
                );
            }
        }
    }

    private async Task<BadLeadsWindow> WindowAsync(HandoffDb rows, SalesTeam team, CancellationToken cancellationToken)
    {
        var reportedAt = await rows
            .Digests.Where(d => d.Team == team.Id && d.Kind == DigestKind.BadLeads)
            .MaxAsync(d => (DateTimeOffset?)d.MadeAt, cancellationToken);
        return BadLeadsWindow.Of(team, clock.GetUtcNow(), reportedAt);
    }

    private async Task WriteAsync(HandoffDb rows, SalesTeam team, ChatAddress at, CancellationToken cancellationToken)
    {
        // Read again here: only what the transaction sees decides where the last report ended.
        var window = await WindowAsync(rows, team, cancellationToken);
        var hour = WallClock.Local(window.To, team.Zone);
        var (date, slot) = (DateOnly.FromDateTime(hour), hour.Hour);
        var isTaken = await rows.Digests.AnyAsync(
            d => d.Team == team.Id && d.Kind == DigestKind.BadLeads && d.LocalDate == date && d.Slot == slot,
            cancellationToken
        );
        if (isTaken || window.From >= window.To)
        {
            return;
        }

        var now = clock.GetUtcNow();
        rows.Digests.Add(
            new SentDigest
            {
                Team = team.Id,
                Kind = DigestKind.BadLeads,
                LocalDate = date,
                Slot = slot,
                MadeAt = now,
            }
        );
        var origin = string.Create(CultureInfo.InvariantCulture, $"digest:{team.Id}:BadLeads:{hour:yyyy-MM-dd.HH}");
        rows.Say(new Intent(nameof(ReportBadLeads), at, origin, OutboxPriority.Digest, window), now);
        await rows.SaveChangesAsync(cancellationToken);
    }
}
