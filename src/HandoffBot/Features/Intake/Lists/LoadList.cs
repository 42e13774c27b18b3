using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Intake.Lists;

/// <summary>
/// Writes the new leads of a list, a few in each commit so that nobody else waits long, and unseen by all. Then all appear in one
/// commit. Done again after a stop it finds those that are written by their keys.
/// </summary>
internal sealed class LoadList(
    CommitWriter writer,
    ListDoors doors,
    ListPages pages,
    SettleList settling,
    TimeProvider clock
)
{
    private const int AtOnce = 100;

    public async Task HandleAsync(LeadList list, CancellationToken cancellationToken)
    {
        var door = await doors.OfAsync(list, cancellationToken);
        await foreach (var page in pages.OfAsync(list, door, AtOnce, cancellationToken))
        {
            await writer.CommitAsync((scope, token) => WriteAsync(scope, list, door, page, token), cancellationToken);
        }

        await settling.ChangeAsync(list, ListState.Loading, AppearAsync, cancellationToken);
    }

    internal static async Task<int> WriteAsync(
        WorkScope scope,
        LeadList list,
        Door door,
        IReadOnlyList<NewInquiry> page,
        CancellationToken cancellationToken
    )
    {
        if (scope.Db.Memory is { } memory)
        {
            memory.Reserve = Math.Max(memory.Reserve, page.Count);
        }

        var known = await Foresight.OfAsync(scope.Db, [.. page.Select(a => a.LikenessAt(door))], cancellationToken);
        var receive = scope.Get<ReceiveLead>();
        var added = 0;
        foreach (var asked in page.Where(a => known.TakeAsNew(a.LikenessAt(door))))
        {
            var arriving = asked with { ListId = list.Id, IsArriving = true };
            await receive.AddNewAsync(door, arriving, cancellationToken);
            added++;
        }

        await scope.Db.SaveChangesAsync(cancellationToken);
        return added;
    }

    private async Task AppearAsync(WorkScope scope, LeadList list, CancellationToken cancellationToken)
    {
        var (db, now) = (scope.Db, clock.GetUtcNow());
        await ArrivingLeads.LeaveToOthersAsync(db, list, cancellationToken);
        var appeared = await ArrivingLeads
            .Of(db, list)
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.IsArriving, false), cancellationToken);
        await WebhookRows.LetGoAsync(db, list, now, cancellationToken);
        list.Appear(appeared, now);
        var sales = await db
            .Chats.AsNoTracking()
            .Where(c => c.Team == list.Team && c.Kind == ChatKind.Sales && c.State != ChatState.Lost)
            .Select(c => new ChatAddress(c.ChatId, c.ThreadId))
            .FirstOrDefaultAsync(cancellationToken);
        if (appeared > 0 && sales is { ChatId: not 0 })
        {
            var line = new Deliveries.OfList(list.Id);
            var origin = SettleList.OriginOf(list, "line");
            db.Say(new Intent(Deliveries.PostList, sales, origin, OutboxPriority.Card, line), now);
        }
    }
}
