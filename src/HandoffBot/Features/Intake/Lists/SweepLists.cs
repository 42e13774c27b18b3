using HandoffBot.Dialogues;
using HandoffBot.Domain.Leads;
using HandoffBot.Persistence;
using HandoffBot.Ticks;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Intake.Lists;

/// <summary>Wakes the desk where a list is to be worked on, and leaves those whose question nobody answered.</summary>
internal sealed class SweepLists(CommitWriter writer, HandoffDb rows, ListBell bell, TimeProvider clock) : ISweep
{
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var lists = await rows
            .Lists.AsNoTracking()
            .Where(l =>
                l.State == ListState.Sent
                || l.State == ListState.Read
                || l.State == ListState.Loading
                || l.State == ListState.Joining
                || l.State == ListState.Undoing
            )
            .ToListAsync(cancellationToken);
        var left = await LeftAsync(lists, cancellationToken);
        if (left.Count > 0)
        {
            await writer.CommitAsync((scope, token) => CancelAsync(scope.Db, left, token), cancellationToken);
        }

        if (left.Count > 0 || lists.Exists(l => l.IsInWork))
        {
            bell.Ring();
        }
    }

    private async Task<List<long>> LeftAsync(List<LeadList> lists, CancellationToken cancellationToken)
    {
        var open = lists.FindAll(l => l.IsOpen && l.Dialogue != 0);
        if (open.Count == 0)
        {
            return [];
        }

        var (now, seqs) = (clock.GetUtcNow(), open.ConvertAll(l => l.Dialogue));
        var going = await rows
            .Dialogues.AsNoTracking()
            .Where(d => seqs.Contains(d.Seq) && d.State != DialogueState.Over && d.ExpiresAt > now)
            .Select(d => d.Seq)
            .ToListAsync(cancellationToken);
        return [.. open.Where(l => !going.Contains(l.Dialogue)).Select(l => l.Id)];
    }

    private async Task<int> CancelAsync(HandoffDb db, List<long> ids, CancellationToken cancellationToken)
    {
        var lists = await db.Lists.Where(l => ids.Contains(l.Id)).ToListAsync(cancellationToken);
        lists.ForEach(l => l.Cancel(clock.GetUtcNow()));
        return await db.SaveChangesAsync(cancellationToken);
    }
}
