using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Handoff;

/// <summary>A rep takes whatever has waited longest; what lies in a list comes after all that came by itself.</summary>
internal sealed class TakeNext(LeadDesk desk, Taking taking, TimeProvider clock) : IButton
{
    public async Task<PressAnswer> PressAsync(ButtonPressed pressed, CancellationToken cancellationToken)
    {
        var team = new TeamId((int)pressed.Press!.About);
        if (await desk.Callers.FindAsync(pressed, team, cancellationToken) is not { } caller)
        {
            return new PressAnswer((await desk.Callers.WordsForAsync(pressed, cancellationToken))["Common.NotInTeam"]);
        }

        var (rep, now) = (caller.Id, clock.GetUtcNow());
        // One after the other: two who press at once get two leads.
        await desk.Db.LockAsync(
            [string.Create(CultureInfo.InvariantCulture, $"queue:{team.Value}")],
            cancellationToken
        );
        var waiting = desk
            .Db.Leads.AsNoTracking()
            .Where(l => l.Team == team && l.Status == LeadStatus.New && !l.IsSuspect)
            .NotResting(now)
            .Where(l => l.OfferedTo == null || l.OfferedTo == rep || l.OfferedUntil <= now);
        var next =
            await FirstAsync(
                waiting.Where(l => l.ListId == null).OrderByDescending(l => l.Priority).ThenBy(l => l.WaitingSince),
                cancellationToken
            )
            ?? await FirstAsync(
                waiting.Where(l => l.ListId != null).OrderBy(l => l.ListId).ThenBy(l => l.WaitingSince),
                cancellationToken
            );
        if (next is not { } id || await desk.Access.OpenAsync(pressed, id, cancellationToken) is not { } opened)
        {
            return LeadDesk.Toast(caller.Words["Handoff.NoneWaits"]);
        }

        var answer = await taking.TakeAsync(opened, cancellationToken);
        await desk.Db.SaveChangesAsync(cancellationToken);
        return answer;
    }

    private static Task<LeadId?> FirstAsync(IOrderedQueryable<Lead> queue, CancellationToken cancellationToken) =>
        queue.ThenBy(l => l.Id).Select(l => (LeadId?)l.Id).FirstOrDefaultAsync(cancellationToken);
}
