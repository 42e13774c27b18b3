using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Reminders;

/// <summary>What falls due for somebody in their time off is the manager's to settle.</summary>
internal sealed class OwnersLeave(HandoffDb db, TimeProvider clock)
{
    /// <summary>Whether the manager hears instead of this owner.</summary>
    public async Task<bool> IsRoutedAsync(TeamId team, PersonId owner, CancellationToken cancellationToken)
    {
        var member = await db
            .Members.AsNoTracking()
            .SingleOrDefaultAsync(m => m.Team == team && m.Person == owner, cancellationToken);
        return member?.TimeOffAt(clock.GetUtcNow()) is not null
            && (await ManagersAsync(db, team, cancellationToken)).Count > 0;
    }

    /// <summary>Tells the managers of what has just fallen due for owners in their time off, of each lead once in it.</summary>
    public static async Task RouteAsync(
        HandoffDb db,
        IReadOnlyList<Lead> stepped,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var byOwner = stepped.Where(l => l.IsOwned).ToLookup(l => (l.Team, Owner: l.Owner!.Value));
        if (byOwner.Count == 0)
        {
            return;
        }

        var teams = byOwner.Select(o => o.Key.Team).Distinct().ToList();
        var owners = byOwner.Select(o => o.Key.Owner).Distinct().ToList();
        var members = await db
            .Members.AsNoTracking()
            .Where(m => teams.Contains(m.Team) && owners.Contains(m.Person))
            .ToDictionaryAsync(m => (m.Team, m.Person), cancellationToken);
        foreach (var owned in byOwner)
        {
            var (team, owner) = owned.Key;
            if (members.GetValueOrDefault(owned.Key)?.TimeOffAt(now) is not { } off)
            {
                continue;
            }

            var due = await UntoldAsync(db, [.. owned.Select(l => l.Id)], off, cancellationToken);
            if (due.Count > 0)
            {
                var said = new TellOwnerAway.Arguments(team.Value, owner.Value, due);
                var cause = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{owned.First().Id}:{now.ToUnixTimeMilliseconds()}"
                );
                await TellAsync(db, said, cause, now, cancellationToken);
            }
        }
    }

    /// <summary>Tells each manager, once for each cause.</summary>
    public static async Task TellAsync(
        HandoffDb db,
        TellOwnerAway.Arguments said,
        string cause,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var managers = await ManagersAsync(db, new TeamId(said.Team), cancellationToken);
        var intents = managers.ConvertAll(m => IntentTo(m, said, cause));
        foreach (var unsaid in await db.UnsaidAsync(intents, now, cancellationToken))
        {
            db.Say(unsaid, now);
        }
    }

    private static Intent IntentTo(PersonId manager, TellOwnerAway.Arguments said, string cause) =>
        new(
            nameof(TellOwnerAway),
            ChatAddress.Private(manager.Value),
            $"notice:leave:{cause}",
            OutboxPriority.Private,
            said
        );

    private static async Task<IReadOnlyList<long>> UntoldAsync(
        HandoffDb db,
        IReadOnlyList<LeadId> leads,
        TimeOff off,
        CancellationToken cancellationToken
    )
    {
        var told = await db
            .LeadEvents.AsNoTracking()
            .Where(e => leads.Contains(e.Lead) && e.At >= off.From)
            .Where(e => e.Step == LeadStep.FirstContact || e.Step == LeadStep.CallBack || e.Step == LeadStep.Outcome)
            .Select(e => e.Lead)
            .ToListAsync(cancellationToken);
        return [.. leads.Except(told).Select(l => l.Value)];
    }

    private static Task<List<PersonId>> ManagersAsync(HandoffDb db, TeamId team, CancellationToken cancellationToken) =>
        db
            .Members.AsNoTracking()
            .Where(m => m.Team == team && m.LeftAt == null && (m.Roles & (Roles.Manager | Roles.Admin)) != 0)
            .Select(m => m.Person)
            .ToListAsync(cancellationToken);
}
