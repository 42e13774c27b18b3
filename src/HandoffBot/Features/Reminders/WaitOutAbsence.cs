using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Reminders;

/// <summary>After an absence of the bot: what it has not said yet moves by the working time it was away, and sales hears of it once.</summary>
internal sealed class WaitOutAbsence(CommitWriter writer, HandoffDb rows, Hearing hearing, TimeProvider clock)
{
    /// <summary>How exactly the rows know when the messenger was last heard: to a minute.</summary>
    private static readonly TimeSpan NotedEvery = TimeSpan.FromMinutes(1);

    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        var noted = await rows.Installations.Select(i => i.LastHeardAt).SingleAsync(cancellationToken);
        hearing.Begin(noted);
        while (hearing.Missed is { } absence)
        {
            await writer.CommitAsync((scope, token) => WaitOutAsync(scope.Db, absence, token), cancellationToken);
            hearing.Settle(absence);
        }

        // Only now: a process that dies before has not settled its absence, and the next one finds it again.
        if (hearing.LastAt is { } last && (noted is null || last - noted >= NotedEvery))
        {
            await writer.CommitAsync(
                (scope, token) =>
                    scope.Db.Installations.ExecuteUpdateAsync(i => i.SetProperty(x => x.LastHeardAt, last), token),
                cancellationToken
            );
        }
    }

    private async Task WaitOutAsync(HandoffDb db, Absence absence, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var team in await db.Teams.ToListAsync(cancellationToken))
        {
            var away = team.Rhythm.Hours.Between(absence.From, absence.To);
            if (away <= TimeSpan.Zero)
            {
                continue;
            }

            var open = await db
                .Leads.Where(l => l.Team == team.Id && l.NextStepAt != null && l.ReceivedAt < absence.To)
                .ToListAsync(cancellationToken);
            foreach (var lead in open)
            {
                Move(lead, team, absence, now);
            }

            // What is moved here is not moved once more when somebody comes on shift.
            team.StayAlone(absence.To);
            if (open.Exists(l => l.Status is LeadStatus.New))
            {
                await TellAsync(db, team, absence, away, cancellationToken);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private static void Move(Lead lead, SalesTeam team, Absence absence, DateTimeOffset now)
    {
        var hours = team.Rhythm.Hours;
        if (team.UnattendedSince is { } alone)
        {
            var stood = hours.Between(Later(lead.WaitingSince, alone), absence.From);
            lead.StandStill(stood, now, team.Rhythm);
        }

        var from = Later(lead.ClaimedAt ?? lead.WaitingSince, absence.From);
        lead.WaitOut(hours.Between(from, absence.To), now, team.Rhythm);
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private async Task TellAsync(
        HandoffDb db,
        SalesTeam team,
        Absence absence,
        TimeSpan away,
        CancellationToken cancellationToken
    )
    {
        var sales = await db
            .Chats.AsNoTracking()
            .Where(c => c.Team == team.Id && c.Kind == ChatKind.Sales && c.State != ChatState.Lost)
            .Select(c => new ChatAddress(c.ChatId, c.ThreadId))
            .FirstOrDefaultAsync(cancellationToken);
        if (sales is { ChatId: not 0 })
        {
            var origin = string.Create(
                CultureInfo.InvariantCulture,
                $"notice:absence:{team.Id}:{absence.From.ToUnixTimeMilliseconds()}"
            );
            var said = new ReportAbsence.Arguments(team.Id.Value, absence.From, absence.To, away);
            db.Say(new Intent(nameof(ReportAbsence), sales, origin, OutboxPriority.Alarm, said), clock.GetUtcNow());
        }
    }
}
