using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Reminders;

/// <summary>
/// Notices who came and who went. While nobody is on shift the clock of what waits stands; who comes hears what waits; who had
/// their hands full and has room again is offered the oldest.
/// </summary>
internal sealed class WatchShifts(CommitWriter writer, HandoffDb rows, TimeProvider clock)
{
    /// <returns>The teams where nobody is on shift.</returns>
    public async Task<IReadOnlyList<TeamId>> SettleAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var teams = await rows.Teams.AsNoTracking().ToListAsync(cancellationToken);
        var reps = (await Reps(rows).AsNoTracking().ToListAsync(cancellationToken)).ToLookup(r => r.Team);
        var alone = new List<TeamId>();
        foreach (var team in teams)
        {
            var crew = new Crew(team, [.. reps[team.Id]], now);
            if (await HasChangedAsync(crew, cancellationToken))
            {
                await writer.CommitAsync(
                    (scope, token) => NoteAsync(scope.Db, new HandOut(scope.Db, clock), team.Id, now, token),
                    cancellationToken
                );
            }

            if (!crew.IsThere)
            {
                alone.Add(team.Id);
            }
        }

        return alone;
    }

    private async Task<bool> HasChangedAsync(Crew crew, CancellationToken cancellationToken)
    {
        if (crew.HasChanged)
        {
            return true;
        }

        if (
            crew.IsToBeTold
            && await Waiting(rows, crew.Team.Id).NotResting(clock.GetUtcNow()).AnyAsync(cancellationToken)
        )
        {
            return true;
        }

        foreach (var full in crew.Full)
        {
            if (await HasRoomAsync(rows, crew.Team, full, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    private static async Task<int> NoteAsync(
        HandoffDb db,
        HandOut handOut,
        TeamId id,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var team = await db.Teams.SingleAsync(t => t.Id == id, cancellationToken);
        var reps = await Reps(db).Where(r => r.Team == id).ToListAsync(cancellationToken);
        var crew = new Crew(team, reps, now);
        var waiting = await Waiting(db, id).ToListAsync(cancellationToken);
        Attend(crew, waiting, now);
        if (crew.IsToBeTold && waiting.Exists(l => !l.RestsAt(now)))
        {
            team.NoteUnattendedTold();
            await TellNobodyThere.SayAsync(db, team, now, cancellationToken);
        }

        var (came, went) = crew.NoteChanges();
        foreach (var (rep, isFirst) in came)
        {
            var greeting = new GreetShift.Arguments(id.Value, rep.Person.Value, isFirst);
            db.Say(ShiftNotice.To(rep, nameof(GreetShift), greeting, now), now);
        }

        await LeaveShift.SettleAsync(db, handOut, new LeaveShift.Left(team, went, waiting), now, cancellationToken);
        await OfferAsync(db, crew, waiting, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return waiting.Count;
    }

    private static void Attend(Crew crew, List<Lead> waiting, DateTimeOffset now)
    {
        var team = crew.Team;
        if (!crew.IsThere)
        {
            if (team.UnattendedSince is null)
            {
                team.LeaveAlone(crew.Since);
            }

            return;
        }

        if (team.Attend() is { } since)
        {
            foreach (var lead in waiting)
            {
                var from = lead.WaitingSince > since ? lead.WaitingSince : since;
                lead.StandStill(team.Rhythm.Hours.Between(from, crew.Since), now, team.Rhythm);
            }
        }
    }

    /// <summary>Who has room again gets the oldest, the next one the second.</summary>
    private static async Task OfferAsync(
        HandoffDb db,
        Crew crew,
        List<Lead> waiting,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var ready = Ready(waiting, now);
        foreach (var rep in crew.Full)
        {
            if (!await HasRoomAsync(db, crew.Team, rep, cancellationToken))
            {
                continue;
            }

            rep.NoteFull(false);
            if (ready.Find(l => (l.KeptFor(now) ?? rep.Person) == rep.Person) is { } oldest)
            {
                ready.Remove(oldest);
                var said = new OfferOldest.Arguments(crew.Team.Id.Value, oldest.Id.Value);
                db.Say(ShiftNotice.To(rep, nameof(OfferOldest), said, now), now);
            }
        }
    }

    private static List<Lead> Ready(List<Lead> waiting, DateTimeOffset now) =>
        [
            .. waiting
                .Where(l => !l.RestsAt(now))
                .OrderByDescending(l => l.Priority)
                .ThenBy(l => l.WaitingSince)
                .ThenBy(l => l.Id.Value),
        ];

    private static async Task<bool> HasRoomAsync(
        HandoffDb db,
        SalesTeam team,
        Member rep,
        CancellationToken cancellationToken
    ) => team.Capacity.Of(await db.HandsAsync(team.Id, rep.Person, cancellationToken)) is Fullness.No;

    private static IQueryable<Member> Reps(HandoffDb db) =>
        db.Members.Where(m => m.LeftAt == null && (m.Roles & Roles.Rep) != 0);

    private static IQueryable<Lead> Waiting(HandoffDb db, TeamId team) =>
        db
            .Leads.Where(l => l.Team == team && l.Status == LeadStatus.New && !l.IsSuspect && l.ListId == null)
            .OrderBy(l => l.WaitingSince)
            .ThenBy(l => l.Id);
}
