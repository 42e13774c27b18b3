using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Domain.Webhooks;
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
            await AppendWhatHappenedAsync(ChangeTracker.Entries<Lead>().Select(e => e.Entity), cancellationToken);
            var said = ChangeTracker.Entries<OutboxMessage>().Where(e => e.State is EntityState.Added).ToList();
            if (IsRehearsal)
            {
                said.ForEach(Forget);
            }

            HasSpoken |= !IsRehearsal && said.Count > 0;
            if (Memory is not null && ChangeTracker.Entries().Any(e => e.Entity is TeamChat or Member or Webhook))
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
        hasGathered = false;
        BeginAnew();
        Memory?.Forget();
    }

    /// <summary>Forgets all that was loaded, said or planned here, but for what was gathered to be saved: the next piece of work begins.</summary>
    public void BeginAnew()
    {
        if (!hasGathered)
        {
            ChangeTracker.Clear();
        }

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

    private static void Forget(EntityEntry entry) => entry.State = EntityState.Detached;

    private async Task AppendWhatHappenedAsync(IEnumerable<Lead> leads, CancellationToken cancellationToken)
    {
        var happened = leads
            .SelectMany(lead => lead.TakeHappened().Select(what => new LeadHappening(what, lead)))
            .ToList();
        if (happened.Count == 0)
        {
            return;
        }

        LeadEvents.AddRange(happened.Select(h => LeadEventRow.Of(h.What, Because?.UpdateId)));
        var places = await PlacesAsync([.. happened.Select(h => h.Lead.Team).Distinct()], cancellationToken);
        WebhookDeliveries.AddRange(
            happened.SelectMany(h =>
                places.Webhooks[h.Lead.Team].Select(id => WebhookDelivery.Of(id, h.What, h.Lead.IsArriving))
            )
        );
        var at = happened[0].What.At;
        foreach (var intent in Routes.For(happened, places))
        {
            Say(intent, at);
        }
    }
}
