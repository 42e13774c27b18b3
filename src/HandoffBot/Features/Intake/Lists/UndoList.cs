using HandoffBot.Domain.Leads;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Intake.Lists;

/// <summary>Takes back what was written of a list that cannot be taken in; nobody has seen it.</summary>
internal sealed class UndoList(CommitWriter writer, SettleList settling)
{
    private const int AtOnce = 500;

    public async Task HandleAsync(LeadList list, CancellationToken cancellationToken)
    {
        while (
            await writer.CommitAsync((scope, token) => RemoveAsync(scope.Db, list, token), cancellationToken) == AtOnce
        ) { }

        await settling.FailAsync(list, cancellationToken);
    }

    private static async Task<int> RemoveAsync(HandoffDb db, LeadList list, CancellationToken cancellationToken)
    {
        var arriving = await db
            .Leads.IgnoreQueryFilters()
            .AsNoTracking()
            .Where(l => l.Team == list.Team && l.Status == LeadStatus.New && l.ListId == list.Id && l.IsArriving)
            .OrderBy(l => l.Id)
            .Select(l => new { l.Id, l.ContactId })
            .Take(AtOnce)
            .ToListAsync(cancellationToken);
        var (leads, contacts) = (arriving.ConvertAll(a => a.Id), arriving.ConvertAll(a => a.ContactId));
        await db.LeadWords.Where(w => leads.Contains(w.Lead)).ExecuteDeleteAsync(cancellationToken);
        await db.LeadEvents.Where(e => leads.Contains(e.Lead)).ExecuteDeleteAsync(cancellationToken);
        await db.Inquiries.Where(i => leads.Contains(i.Lead)).ExecuteDeleteAsync(cancellationToken);
        await db.Leads.IgnoreQueryFilters().Where(l => leads.Contains(l.Id)).ExecuteDeleteAsync(cancellationToken);
        await db.Contacts.Where(c => contacts.Contains(c.Id)).ExecuteDeleteAsync(cancellationToken);
        return arriving.Count;
    }
}
