using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage;

namespace HandoffBot.Persistence;

internal abstract partial class HandoffDb
{
    /// <summary>How the origin of an answer to an update begins.</summary>
    public const string UpdateOrigin = "update:";

    private readonly List<Action> afterwards = [];
    private readonly HashSet<string> saidHere = [];

    /// <summary>The update of the messenger that is being worked on, for the history.</summary>
    public UpdateKey? Because { get; set; }

    /// <summary>Whether something was put into the outbox since this was last reset.</summary>
    public bool HasSpoken { get; set; }

    /// <summary>Only in the writer's transaction.</summary>
    public BatchMemory? Memory { get; set; }

    /// <summary>All that is done will be taken back, so nothing is said.</summary>
    public bool IsRehearsal { get; set; }

    public override async Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess,
        CancellationToken cancellationToken = default
    )
    {
        // Looked at once: what is added below need not be compared with what it was.
        ChangeTracker.DetectChanges();
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            await AppendWhatHappenedAsync(cancellationToken);
            var said = ChangeTracker.Entries<OutboxMessage>().Where(e => e.State is EntityState.Added).ToList();
            if (IsRehearsal)
            {
                said.ForEach(Forget);
            }

            HasSpoken |= !IsRehearsal && said.Count > 0;
            if (Memory is not null && ChangeTracker.Entries().Any(e => e.Entity is TeamChat or Member))
            {
                Memory.Places.Clear();
            }

            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    /// <summary>What was done since the savepoint did not happen.</summary>
    public async Task TakeBackAsync(
        IDbContextTransaction transaction,
        string savepoint,
        CancellationToken cancellationToken
    )
    {
        await transaction.RollbackToSavepointAsync(savepoint, cancellationToken);
        BeginAnew();
        Memory?.Forget();
    }

    /// <summary>Forgets all that was loaded, said or planned here: the next piece of work begins.</summary>
    public void BeginAnew()
    {
        ChangeTracker.Clear();
        (Because, IsRehearsal) = (null, false);
        saidHere.Clear();
        afterwards.Clear();
    }

    /// <summary>Puts something to be said into the outbox, once however often it is asked for here.</summary>
    public void Say(Intent intent, DateTimeOffset at)
    {
        var row = OutboxMessage.Of(intent, at);
        if (saidHere.Add(row.OnceKey))
        {
            Outbox.Add(row);
        }
    }

    /// <summary>Done once this piece of work is on disk; not at all when it is taken back or was only a rehearsal.</summary>
    public void OnceCommitted(Action then)
    {
        if (!IsRehearsal)
        {
            afterwards.Add(then);
        }
    }

    /// <summary>What is to be done once committed; forgotten here.</summary>
    public IReadOnlyList<Action> TakeAfterwards()
    {
        var taken = afterwards.ToArray();
        afterwards.Clear();
        return taken;
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

    private static void Forget(EntityEntry entry) => entry.State = EntityState.Detached;

    private async Task AppendWhatHappenedAsync(CancellationToken cancellationToken)
    {
        var happened = new List<LeadHappening>();
        foreach (var entry in ChangeTracker.Entries<Lead>())
        {
            happened.AddRange(entry.Entity.TakeHappened().Select(what => new LeadHappening(what, entry.Entity)));
        }

        if (happened.Count == 0)
        {
            return;
        }

        LeadEvents.AddRange(happened.Select(h => LeadEventRow.Of(h.What, Because?.UpdateId)));
        var places = await PlacesAsync([.. happened.Select(h => h.Lead.Team).Distinct()], cancellationToken);
        var at = happened[0].What.At;
        foreach (var intent in Routes.For(happened, places))
        {
            Say(intent, at);
        }
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
        return new TeamPlaces(
            chats.ToLookup(c => (c.Team!.Value, c.Kind), c => new ChatAddress(c.ChatId, c.ThreadId)),
            managers.ToLookup(m => m.Team, m => m.Person)
        );
    }
}
