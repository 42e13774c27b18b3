using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Team;

/// <summary>Who changed which setting of a team, when, and from what to what; the newest first.</summary>
internal sealed class ShowChanges(HandoffDb db, TimeProvider clock) : IDelivery
{
    private const int Shown = 6;

    /// <param name="Before">Older than this change only; 0: all.</param>
    internal sealed record Arguments(int Team, long Before);

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var given = row.Read<Arguments>();
        var id = new TeamId(given.Team);
        var team = await db.Teams.AsNoTracking().SingleAsync(t => t.Id == id, cancellationToken);
        var found = await (
            from change in db.TeamChanges.AsNoTracking()
            where change.Team == id && (given.Before == 0 || change.Seq < given.Before)
            join person in db.People on change.By equals person.Id
            orderby change.Seq descending
            select new { Change = change, person.Name }
        )
            .Take(Shown + 1)
            .ToListAsync(cancellationToken);
        var (words, now) = (team.Words(), clock.GetUtcNow());
        var lines = found.Take(Shown).Select(f => (Line?)LineOf(f.Change, f.Name, words, now));
        var message = ChatMessage.Of([
            Line.Bold(words.Say("Team.ChangesOf", team.Name)),
            .. found.Count == 0 ? [words["Team.ChangesNone"]] : lines,
        ]);
        return new Speech.Say(
            found.Count > Shown
                ? message.With([ChangesButton.Of(words["Team.ChangesOlder"], id, found[Shown - 1].Change.Seq)])
                : message,
            MessageRole.Other,
            0
        );
    }

    private static string LineOf(TeamChange change, string name, Wording words, DateTimeOffset now) =>
        words.Say(
            "Team.ChangesLine",
            words.Moment(change.At, now),
            name,
            words[$"Team.Set{change.What}"],
            change.Before,
            change.After
        );
}
