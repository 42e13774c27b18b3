using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Chat;

/// <summary>Who may set up a team: its managers, and in private the installation's admin, who need not be in it.</summary>
internal sealed class Setters(HandoffDb db, Callers callers, TimeProvider clock)
{
    /// <summary>The caller in the team they mean; the admin may mean any.</summary>
    public async Task<Caller?> FindAsync(Incoming update, CancellationToken cancellationToken)
    {
        var caller = await callers.FindAsync(update, cancellationToken);
        if (!await IsAdminAsync(update, cancellationToken))
        {
            return caller;
        }

        var admin = await db.People.FindAsync([new PersonId(update.From!.Id)], cancellationToken);
        var team = admin?.Means ?? caller?.Team.Id ?? await FirstTeamAsync(cancellationToken);
        return team is null ? caller : await FindAsync(update, team.Value, cancellationToken) ?? caller;
    }

    /// <summary>The caller in this team; null if they have no place in it and may not set it up.</summary>
    public async Task<Caller?> FindAsync(Incoming update, TeamId team, CancellationToken cancellationToken)
    {
        var caller = await callers.FindAsync(update, team, cancellationToken);
        if (caller is { Member.IsManager: true } || !await IsAdminAsync(update, cancellationToken))
        {
            return caller;
        }

        var person = await db.People.FindAsync([new PersonId(update.From!.Id)], cancellationToken);
        var home = await db.Teams.FindAsync([team], cancellationToken);
        if (person is null || home is null)
        {
            return caller;
        }

        // Not a row: whoever only sets a team up sells nothing in it and is not on its list.
        var guest = new Member { Team = team, Person = person.Id };
        guest.SeenAs(Roles.Admin, clock.GetUtcNow());
        return new Caller(person, guest, home, update.Place);
    }

    public Task<Wording> WordsForAsync(Incoming update, CancellationToken cancellationToken) =>
        callers.WordsForAsync(update, cancellationToken);

    /// <summary>The installation's admin, in private.</summary>
    public async Task<bool> IsAdminAsync(Incoming update, CancellationToken cancellationToken)
    {
        if (update.From is null || !update.Place.IsPrivate)
        {
            return false;
        }

        var person = new PersonId(update.From.Id);
        return await db.Installations.AnyAsync(i => i.Admin == person, cancellationToken);
    }

    private Task<TeamId?> FirstTeamAsync(CancellationToken cancellationToken) =>
        db.Teams.OrderBy(t => t.Id).Select(t => (TeamId?)t.Id).FirstOrDefaultAsync(cancellationToken);
}
