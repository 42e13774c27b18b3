using HandoffBot.Chat;
using HandoffBot.Domain.Digests;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Ticks;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Digest;

/// <summary>Makes the digests that are due: the row that says so and one message to each reader, in one commit.</summary>
internal sealed class SweepDigests(HandoffDb db, LeadFactsQuery leads, CommitWriter writer, TimeProvider clock) : ISweep
{
    private const Roles Managing = Roles.Manager | Roles.Admin;

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var team in await db.Teams.AsNoTracking().ToListAsync(cancellationToken))
        {
            await MakeAsync(team, DigestKind.Weekly, DigestDue.Weekly(now, team.Zone), cancellationToken);
            await MakeAsync(team, DigestKind.Daily, DigestDue.Daily(now, team.Rhythm.Hours), cancellationToken);
        }
    }

    private async Task MakeAsync(SalesTeam team, DigestKind kind, DigestDue due, CancellationToken cancellationToken)
    {
        if (await IsMadeAsync(db, team.Id, kind, due, cancellationToken))
        {
            return;
        }

        if (await leads.BeganOnAsync(team, cancellationToken) > due.Last)
        {
            return;
        }

        var readers =
            kind is DigestKind.Weekly
                ? await MarketingAsync(team.Id, cancellationToken)
                : await ManagersAsync(team.Id, cancellationToken);
        if (readers.Count > 0)
        {
            await writer.CommitAsync(
                (scope, token) => WriteAsync(scope.Db, team.Id, kind, due, readers, token),
                cancellationToken
            );
        }
    }

    private async Task WriteAsync(
        HandoffDb rows,
        TeamId team,
        DigestKind kind,
        DigestDue due,
        IReadOnlyList<ChatAddress> readers,
        CancellationToken cancellationToken
    )
    {
        if (await IsMadeAsync(rows, team, kind, due, cancellationToken))
        {
            return;
        }

        var now = clock.GetUtcNow();
        rows.Digests.Add(
            new SentDigest
            {
                Team = team,
                Kind = kind,
                LocalDate = due.On,
                MadeAt = now,
            }
        );
        var origin = string.Create(CultureInfo.InvariantCulture, $"digest:{team}:{kind}:{due.On:yyyy-MM-dd}");
        var delivery = kind is DigestKind.Weekly ? nameof(PostWeekly) : nameof(SendDaily);
        foreach (var reader in readers)
        {
            var which = new DigestOf(team.Value, due.On);
            rows.Say(new Intent(delivery, reader, origin, OutboxPriority.Digest, which), now);
        }

        await rows.SaveChangesAsync(cancellationToken);
    }

    private static Task<bool> IsMadeAsync(
        HandoffDb rows,
        TeamId team,
        DigestKind kind,
        DigestDue due,
        CancellationToken cancellationToken
    ) => rows.Digests.AnyAsync(d => d.Team == team && d.Kind == kind && d.LocalDate == due.On, cancellationToken);

    private Task<List<ChatAddress>> MarketingAsync(TeamId team, CancellationToken cancellationToken) =>
        db
            .Chats.Where(c => c.Team == team && c.Kind == ChatKind.Marketing && c.State != ChatState.Lost)
            .Select(c => new ChatAddress(c.ChatId, c.ThreadId))
            .ToListAsync(cancellationToken);

    private async Task<List<ChatAddress>> ManagersAsync(TeamId team, CancellationToken cancellationToken)
    {
        var managers = await (
            from member in db.Members
            join person in db.People on member.Person equals person.Id
            where member.Team == team && member.LeftAt == null && (member.Roles & Managing) != 0
            where person.StartedAt != null && person.BlockedAt == null
            select person.Id
        ).ToListAsync(cancellationToken);
        return [.. managers.Select(m => ChatAddress.Private(m.Value))];
    }
}
