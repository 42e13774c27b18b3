using HandoffBot.Domain.Leads;
using HandoffBot.Persistence;

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

    private static Task<int> RemoveAsync(HandoffDb db, LeadList list, CancellationToken cancellationToken) =>
        ArrivingLeads.RemoveAsync(db, ArrivingLeads.Of(db, list).OrderBy(l => l.Id).Take(AtOnce), cancellationToken);
}
