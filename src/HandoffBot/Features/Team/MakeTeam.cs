using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Team;

/// <summary>Makes a team; the admin is its manager until there are others.</summary>
internal sealed class MakeTeam(HandoffDb db, TimeProvider clock)
{
    public const int LongestName = 120;

    public async Task<SalesTeam> MakeAsync(string name, Locale locale, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var team = new SalesTeam
        {
            Id = await FreeIdAsync(cancellationToken),
            Name = await FreeNameAsync(name, cancellationToken),
            Locale = locale,
            CreatedAt = now,
        };
        db.Teams.Add(team);
        if (await db.Installations.Select(i => i.Admin).SingleAsync(cancellationToken) is { } admin)
        {
            var member = db.Members.Add(new Member { Team = team.Id, Person = admin }).Entity;
            member.SeenAs(Roles.Manager | Roles.Admin, now);
        }

        await db.SaveChangesAsync(cancellationToken);
        return team;
    }

    private async Task<TeamId> FreeIdAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var id = new TeamId((int)await db.NextAsync("team", cancellationToken));
            if (!await db.Teams.AnyAsync(t => t.Id == id, cancellationToken))
            {
                return id;
            }
        }
    }

    private async Task<string> FreeNameAsync(string wished, CancellationToken cancellationToken)
    {
        var name = wished.Length > LongestName ? wished[..LongestName] : wished;
        for (var number = 2; await db.Teams.AnyAsync(t => t.Name == name, cancellationToken); number++)
        {
            name = string.Create(
                CultureInfo.InvariantCulture,
                $"{wished[..Math.Min(wished.Length, LongestName)]} {number}"
            );
        }

        return name;
    }
}
