using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;

namespace HandoffBot.Features.Team;

/// <summary>Asks a manager whether somebody new in a chat open to all belongs to the team.</summary>
internal sealed class AskAboutNewcomer(HandoffDb db) : IDelivery
{
    public WhenUnreachable WhenUnreachable => WhenUnreachable.Wait;

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var (id, personId, marketing) = row.Read<Deliveries.Newcomer>();
        var team = await db.Teams.FindAsync([new TeamId(id)], cancellationToken);
        var person = await db.People.FindAsync([new PersonId(personId)], cancellationToken);
        var member = await db.Members.FindAsync([new TeamId(id), new PersonId(personId)], cancellationToken);
        var isIn = member is { IsPresent: true } && member.Roles.HasFlag(marketing ? Roles.Marketer : Roles.Rep);
        if (team is null || person is null || isIn)
        {
            return Speech.Nothing("admitted meanwhile");
        }

        var words = team.Words();
        var name = person.Username is null ? person.Name : $"{person.Name} (@{person.Username})";
        var message = ChatMessage
            .Of(Line.Bold(words.Say("Team.Newcomer", team.Name, name)), words["Team.NewcomerHow"])
            .With([Button.Of(words["Team.Admit"], AdmitNewcomer.Verb, personId, id, marketing ? 1 : 0)]);
        return new Speech.Say(message, MessageRole.Other, 0);
    }
}
