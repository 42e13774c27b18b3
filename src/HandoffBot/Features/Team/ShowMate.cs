using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;

namespace HandoffBot.Features.Team;

/// <summary>For a manager: what part one rep has in what is handed out by name, and a button to change each.</summary>
internal sealed class ShowMate(HandoffDb db) : IDelivery
{
    internal sealed record Arguments(int Team, long Person);

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var (id, personId) = row.Read<Arguments>();
        var team = await db.Teams.FindAsync([new TeamId(id)], cancellationToken);
        var person = await db.People.FindAsync([new PersonId(personId)], cancellationToken);
        var member = await db.Members.FindAsync([new TeamId(id), new PersonId(personId)], cancellationToken);
        if (team is null || person is null || member is not { IsPresent: true })
        {
            return Speech.Nothing("left meanwhile");
        }

        var words = team.Words();
        var message = ChatMessage
            .Of(
                Line.Bold(words.Say("Team.Mate", person.Name, team.Name)),
                words.Say("Team.MateWeight", member.Weight),
                words.Say("Team.MateSkills", SkillsOf(member, words)),
                words["Team.MateHow"]
            )
            .With([
                Button.Of(words["Team.MateSetWeight"], MateButton.Verb, personId, MateButton.Weight, id),
                Button.Of(words["Team.MateSetSkills"], MateButton.Verb, personId, MateButton.Skills, id),
            ]);
        return new Speech.Say(message, MessageRole.Other, 0);
    }

    public static string SkillsOf(Member member, Wording words) =>
        member.Skills.Count == 0 ? words["Team.MateNoSkills"] : string.Join(", ", member.Skills);
}
