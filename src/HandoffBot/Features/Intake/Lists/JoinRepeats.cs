using HandoffBot.Domain.Leads;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Intake.Lists;

/// <summary>
/// Takes in the rows of a list whose contacts are known, by the rules of all doors: they join the open lead, or open a new one. Only
/// once the list is there, since nobody can take back what an owner was told.
/// </summary>
internal sealed class JoinRepeats(
    CommitWriter writer,
    HandoffDb db,
    ListDoors doors,
    ListPages pages,
    SettleList settling
)
{
    private const int LookedUp = 500;
    private const int AtOnce = 25;

    public async Task HandleAsync(LeadList list, CancellationToken cancellationToken)
    {
        if (await NewAsync(list, cancellationToken) < list.Good)
        {
            await JoinAsync(list, cancellationToken);
        }

        var added = await NewAsync(list, cancellationToken);
        string[] values = [added.ToString(CultureInfo.InvariantCulture), Of(list.Good - added), list.SourceName];
        var key = added == list.Good ? "Intake.ListDone" : "Intake.ListDoneRepeats";
        await settling.FinishAsync(list, key, values, cancellationToken);

        static string Of(int count) => count.ToString(CultureInfo.InvariantCulture);
    }

    private async Task JoinAsync(LeadList list, CancellationToken cancellationToken)
    {
        var door = await doors.OfAsync(list, cancellationToken);
        await foreach (var page in pages.OfAsync(list, door, LookedUp, cancellationToken))
        {
            var keys = page.Select(a => a.Key).ToList();
            var written = await db
                .Inquiries.Where(i => i.SourceId == door.Source.Id && keys.Contains(i.Key))
                .Select(i => i.Key)
                .ToListAsync(cancellationToken);
            var left = page.ExceptBy(written, a => a.Key).Select(a => a with { ListId = list.Id });
            foreach (var few in left.Chunk(AtOnce))
            {
                await writer.CommitAsync((scope, token) => ReceiveAsync(scope, door, few, token), cancellationToken);
            }
        }
    }

    private static async Task<int> ReceiveAsync(
        WorkScope scope,
        Door door,
        NewInquiry[] few,
        CancellationToken cancellationToken
    )
    {
        foreach (var asked in few)
        {
            await scope.Get<ReceiveLead>().HandleAsync(door, asked, cancellationToken);
        }

        return few.Length;
    }

    /// <summary>Its leads, whoever has them by now.</summary>
    private Task<int> NewAsync(LeadList list, CancellationToken cancellationToken) =>
        db.Leads.CountAsync(l => l.Team == list.Team && l.ListId == list.Id, cancellationToken);
}
