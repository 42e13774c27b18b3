using System.Data.Common;
using System.Runtime.CompilerServices;
using HandoffBot.Domain.Digests;
using HandoffBot.Domain.Leads;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HandoffBot.Load.Inside;

/// <summary>The points before and after commits, told apart by what the commits carry.</summary>
internal sealed class FatefulCommits(Fate fate) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    private readonly ConditionalWeakTable<DbContext, Carried> carried = [];

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        carried.GetOrCreateValue(eventData.Context!).Note(eventData.Context!);
        return base.SavingChangesAsync(eventData, result, cancellationToken);
    }

    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData,
        int result,
        CancellationToken cancellationToken = default
    )
    {
        Pass(Of(eventData.Context).HasClaim, DeathPoint.MidClaim);
        return base.SavedChangesAsync(eventData, result, cancellationToken);
    }

    public ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction,
        TransactionEventData eventData,
        InterceptionResult result,
        CancellationToken cancellationToken = default
    )
    {
        var what = Of(eventData.Context);
        Pass(what.HasLead, DeathPoint.BeforeCommit);
        Pass(what.TakesSteps, DeathPoint.BeforeStepsTaken);
        Pass(what.MakesSummary, DeathPoint.BeforeSummaryMade);
        Pass(what.MarksSummary, DeathPoint.BeforeSummaryMarked);
        return ValueTask.FromResult(result);
    }

    public Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        var what = Of(eventData.Context);
        Pass(what.HasLead, DeathPoint.AfterCommit);
        Pass(what.HasClaim, DeathPoint.AfterClaimCommit);
        Pass(what.HasListed, DeathPoint.AmongListCommits);
        Pass(what.TakesSteps, DeathPoint.AfterStepsTaken);
        Pass(what.MakesSummary, DeathPoint.AfterSummaryMade);
        carried.Remove(eventData.Context!);
        return Task.CompletedTask;
    }

    private Carried Of(DbContext? context) => carried.GetOrCreateValue(context!);

    private void Pass(bool isSo, DeathPoint point)
    {
        if (isSo)
        {
            fate.Pass(point);
        }
    }

    /// <summary>What was saved through a context since its last commit.</summary>
    private sealed class Carried
    {
        public bool HasLead { get; private set; }

        public bool HasClaim { get; private set; }

        public bool HasListed { get; private set; }

        public bool TakesSteps { get; private set; }

        public bool MakesSummary { get; private set; }

        public bool MarksSummary { get; private set; }

        public void Note(DbContext context)
        {
            foreach (var entry in context.ChangeTracker.Entries())
            {
                var isNew = entry.State is EntityState.Added;
                HasLead |= isNew && entry.Entity is Inquiry;
                HasClaim |= isNew && entry.Entity is LeadEventRow { Kind: nameof(LeadClaimed) };
                HasListed |= isNew && entry.Entity is Lead { ListId: not null };
                TakesSteps |= isNew && entry.Entity is LeadEventRow { Kind: nameof(StepTaken) };
                MakesSummary |= isNew && entry.Entity is SentDigest { Kind: DigestKind.Weekly };
                MarksSummary |=
                    entry is { State: EntityState.Modified, Entity: SentDigest { Kind: DigestKind.Weekly } };
            }
        }
    }
}
