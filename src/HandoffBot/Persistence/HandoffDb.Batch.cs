using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Persistence;

/// <summary>What the pieces of work of one batch share.</summary>
internal abstract partial class HandoffDb
{
    private bool hasGathered;

    /// <summary>Only in the writer's transaction.</summary>
    public BatchMemory? Memory { get; set; }

    /// <summary>True: neither this inquiry nor its contact is known, so it may be gathered. False: what was gathered is saved now, to be found.</summary>
    public async Task<bool> TryGatherAsync(Likeness asked, CancellationToken cancellationToken)
    {
        if (Memory?.Foresight?.TakeAsNew(asked) == true)
        {
            return true;
        }

        await SaveGatheredAsync(cancellationToken);
        return false;
    }

    /// <summary>To be saved with all others that were gathered. What is said of it is planned now, while its cause is known.</summary>
    public async Task GatherAsync(Lead lead, CancellationToken cancellationToken)
    {
        hasGathered = true;
        await AppendWhatHappenedAsync([lead], cancellationToken);
    }

    /// <summary>Before anything that may look at it, and before the commit.</summary>
    public async Task SaveGatheredAsync(CancellationToken cancellationToken)
    {
        if (hasGathered)
        {
            await SaveChangesAsync(cancellationToken);
            hasGathered = false;
            ChangeTracker.Clear();
        }
    }

    /// <summary>The next number of a kind, taken inside the transaction.</summary>
    public async Task<long> NextAsync(string counter, CancellationToken cancellationToken)
    {
        if (Memory?.Next(counter) is { } reserved)
        {
            return reserved;
        }

        var count = Memory?.Reserve ?? 1;
        var taken = await Database
            .SqlQuery<long>(
                $"""
                insert into counters (name, next) values ({counter}, 1 + {count})
                on conflict (name) do update set next = counters.next + {count}
                returning next - {count} as "Value"
                """
            )
            .ToListAsync(cancellationToken);
        Memory?.Reserved(counter, taken[0] + 1, count - 1);
        return taken[0];
    }

    /// <summary>Before the commit: until then nobody else could take a number.</summary>
    public async Task GiveBackNumbersAsync(CancellationToken cancellationToken)
    {
        foreach (var (counter, unused) in Memory?.Unused ?? [])
        {
            await Database.ExecuteSqlAsync(
                $"update counters set next = next - {unused} where name = {counter}",
                cancellationToken
            );
        }
    }

    /// <summary>How a team is set at this moment, not to be changed.</summary>
    public async Task<SalesTeam> TeamAsync(TeamId id, CancellationToken cancellationToken)
    {
        if (Memory?.Teams.TryGetValue(id, out var remembered) == true)
        {
            return remembered;
        }

        var team = await Teams.AsNoTracking().SingleAsync(t => t.Id == id, cancellationToken);
        Memory?.Teams.Add(id, team);
        return team;
    }

    /// <summary>Where the teams are spoken to.</summary>
    private async Task<TeamPlaces> PlacesAsync(IReadOnlyList<TeamId> teams, CancellationToken cancellationToken)
    {
        if (Memory is null || teams.Count > 1)
        {
            return await ReadPlacesAsync(teams, cancellationToken);
        }

        if (!Memory.Places.TryGetValue(teams[0], out var places))
        {
            Memory.Places[teams[0]] = places = await ReadPlacesAsync(teams, cancellationToken);
        }

        return places;
    }

    private async Task<TeamPlaces> ReadPlacesAsync(IReadOnlyList<TeamId> teams, CancellationToken cancellationToken)
    {
        var chats = await Chats
            .AsNoTracking()
            .Where(c => c.Team != null && teams.Contains(c.Team.Value) && c.State != ChatState.Lost)
            .Select(c => new
            {
                c.Team,
                c.Kind,
                c.ChatId,
                c.ThreadId,
            })
            .ToListAsync(cancellationToken);
        var managers = await Members
            .AsNoTracking()
            .Where(m => teams.Contains(m.Team) && m.LeftAt == null && (m.Roles & (Roles.Manager | Roles.Admin)) != 0)
            .Select(m => new { m.Team, m.Person })
            .ToListAsync(cancellationToken);
        var webhooks = await Webhooks
            .AsNoTracking()
            .Where(w => teams.Contains(w.Team) && w.OffBecause == null)
            .Select(w => new { w.Team, w.Id })
            .ToListAsync(cancellationToken);
        return new TeamPlaces(
            chats.ToLookup(c => (c.Team!.Value, c.Kind), c => new ChatAddress(c.ChatId, c.ThreadId)),
            managers.ToLookup(m => m.Team, m => m.Person),
            webhooks.ToLookup(w => w.Team, w => w.Id)
        );
    }
}
