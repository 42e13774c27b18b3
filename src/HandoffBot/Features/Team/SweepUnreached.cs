using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Ticks;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Team;

/// <summary>Tells a team's managers that none of its reps can be written to, some having blocked the bot: once a day, in working time.</summary>
internal sealed class SweepUnreached(HandoffDb rows, CommitWriter writer, TimeProvider clock) : ISweep
{
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var teams = await Reps()
            .Where(r => r.Person.BlockedAt != null)
            .Select(r => r.Member.Team)
            .Distinct()
            .ToListAsync(cancellationToken);
        foreach (var id in teams)
        {
            var team = await rows.Teams.AsNoTracking().SingleAsync(t => t.Id == id, cancellationToken);
            var day = DateOnly.FromDateTime(WallClock.Local(now, team.Zone));
            var origin = string.Create(CultureInfo.InvariantCulture, $"notice:unreached:{id}:{day:yyyyMMdd}");
            if (
                team.Rhythm.Hours.IsOpen(now)
                && !await Reps()
                    .AnyAsync(
                        r => r.Member.Team == id && r.Person.StartedAt != null && r.Person.BlockedAt == null,
                        cancellationToken
                    )
                && await UntoldAsync(id, origin, now, cancellationToken) is { Count: > 0 } untold
            )
            {
                await writer.CommitAsync((scope, token) => TellAsync(scope.Db, untold, now, token), cancellationToken);
            }
        }
    }

    private async Task<List<Intent>> UntoldAsync(
        TeamId team,
        string origin,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var managers = await rows
            .Members.AsNoTracking()
            .Where(m => m.Team == team && m.LeftAt == null)
            .Where(m => (m.Roles & (Roles.Manager | Roles.Admin)) != 0)
            .Select(m => m.Person)
            .ToListAsync(cancellationToken);
        var said = new TellUnreached.Arguments(team.Value);
        var intents = managers.ConvertAll(m => new Intent(
            nameof(TellUnreached),
            ChatAddress.Private(m.Value),
            origin,
            OutboxPriority.Private,
            said
        ));
        return await rows.UnsaidAsync(intents, now, cancellationToken);
    }

    private static async Task<int> TellAsync(
        HandoffDb db,
        List<Intent> intents,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        intents.ForEach(i => db.Say(i, now));
        return await db.SaveChangesAsync(cancellationToken);
    }

    private IQueryable<TeamRep> Reps() =>
        from member in rows.Members.AsNoTracking()
        where member.LeftAt == null && (member.Roles & Roles.Rep) != 0
        join person in rows.People on member.Person equals person.Id
        select new TeamRep { Member = member, Person = person };

    private sealed class TeamRep
    {
        public required Member Member { get; init; }

        public required Person Person { get; init; }
    }
}
