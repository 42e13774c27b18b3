using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Team;

/// <summary>Tells a manager that no rep of the team can be written to, and what mends it.</summary>
internal sealed class TellUnreached(HandoffDb db) : IDelivery
{
    internal sealed record Arguments(int Team);

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var id = new TeamId(row.Read<Arguments>().Team);
        var team = await db.Teams.AsNoTracking().SingleAsync(t => t.Id == id, cancellationToken);
        var reps = await (
            from member in db.Members.AsNoTracking()
            where member.Team == id && member.LeftAt == null && (member.Roles & Roles.Rep) != 0
            join person in db.People on member.Person equals person.Id
            select person
        ).ToListAsync(cancellationToken);
        if (reps.Count == 0 || reps.Exists(p => p.IsReachable))
        {
            return Speech.Nothing("mended meanwhile");
        }

        var (words, blocked) = (team.Words(), reps.Count(p => p.StartedAt is not null));
        var message = ChatMessage
            .Of(
                Line.Bold(words.Say("Team.Unreached", team.Name)),
                words.Say("Team.UnreachedWhy", blocked, reps.Count - blocked),
                words["Team.UnreachedThen"]
            )
            .With([TeamMore.Button(words["Team.ShiftTeam"], id.Value)]);
        return new Speech.Say(message, MessageRole.Other, 0);
    }
}
