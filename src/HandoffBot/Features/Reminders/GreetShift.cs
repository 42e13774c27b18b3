using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Reminders;

/// <summary>
/// Who comes on shift hears what waits; for the first time of the day also whom to call back, what came of nothing yet and which promotions start,
/// with a button to the first few. Nothing to do, nothing said.
/// </summary>
internal sealed class GreetShift(
    HandoffDb db,
    WaitingLeads leads,
    MorningLeads morning,
    OtherTeams others,
    TimeProvider clock
) : IDelivery
{
    private const int ButtonsShown = 4;
    private const int PromotionsShown = 2;

    internal sealed record Arguments(int Team, long Person, bool IsFirst);

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var given = row.Read<Arguments>();
        var (id, person, now) = (new TeamId(given.Team), new PersonId(given.Person), clock.GetUtcNow());
        var team = await leads.TeamAsync(id, cancellationToken);
        var member = await db
            .Members.AsNoTracking()
            .SingleOrDefaultAsync(m => m.Team == id && m.Person == person, cancellationToken);
        var hours = team.Rhythm.Hours;
        if (member is null || member.WorkDayAt(row.CreatedAt, hours) != member.WorkDayAt(now, hours))
        {
            return Speech.Nothing("of another day, which has a list of its own");
        }

        var words = team.Words();
        var waiting = await db
            .Leads.AsNoTracking()
            .Where(l => l.Team == id && l.Status == LeadStatus.New && !l.IsSuspect && l.ListId == null)
            .NotResting(now)
            .OrderBy(l => l.WaitingSince)
            .Select(l => l.WaitingSince)
            .ToListAsync(cancellationToken);
        var mine = given.IsFirst ? await morning.OfAsync(team, person, cancellationToken) : MorningLeads.Owned.None;
        var starting = given.IsFirst ? await StartingAsync(id, words.Day(now), cancellationToken) : [];
        if (waiting.Count + mine.All.Count + starting.Count == 0)
        {
            return Speech.Nothing("nothing to do");
        }

        var message = ChatMessage.Of([
            Line.Bold(words[given.IsFirst ? TitleAt(now, team) : "Reminders.BackAtWork"]),
            waiting.Count == 0
                ? null
                : (Line)words.Say("Reminders.MorningWait", waiting.Count, words.Moment(waiting[0], now)),
            .. MorningText.Of(mine, words, now),
            .. starting.Select(p => (Line?)MorningText.Of(p, words)),
        ]);
        message = await others.MarkAsync(message, row.To, team, cancellationToken);
        var take = Button.Of(words["Reminders.TakeFirst"], LeadVerbs.TakeNext, given.Team);
        var open = mine
            .All.Take(ButtonsShown)
            .Select(m => Button.Of(m.Id.ToString(), LeadVerbs.Work, m.Id.Value))
            .Chunk(2);
        IReadOnlyList<Button>[] first =
            waiting.Count > 0
                ?
                [
                    [take],
                ]
                : [];
        return new Speech.Say(
            message.With([.. first, .. open]) with
            {
                Silent = given.IsFirst,
            },
            MessageRole.Other,
            0,
            [.. mine.All.Select(m => m.Id.Value)]
        );
    }

    /// <summary>A shift may as well begin in the evening.</summary>
    private static string TitleAt(DateTimeOffset now, SalesTeam team) =>
        WallClock.Local(now, team.Zone).Hour is >= 4 and < 12 ? "Reminders.Morning" : "Reminders.ShiftBegins";

    private Task<List<string>> StartingAsync(TeamId team, DateOnly today, CancellationToken cancellationToken) =>
        db
            .Promotions.AsNoTracking()
            .Where(p => p.Team == team && p.StartsOn == today)
            .OrderBy(p => p.Id)
            .Select(p => p.Text)
            .Take(PromotionsShown)
            .ToListAsync(cancellationToken);
}
