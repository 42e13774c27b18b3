using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;

namespace HandoffBot.Features.Team;

/// <summary>For a manager: what somebody does in the team and what part they have in what is handed out by name, with a button to change each.</summary>
internal sealed class ShowMate(HandoffDb db, TimeProvider clock) : IDelivery
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

        var (words, trouble) = (team.Words(), MateTrouble.Of(member, person, clock.GetUtcNow()));
        var lines = new List<Line?>
        {
            Line.Bold(words.Say("Team.Mate", person.Name, team.Name)),
            trouble?.Text(words),
            words.Say("Team.MateDoes", YesNo(member.IsRep), YesNo(member.IsManager)),
        };
        if (member.IsRep)
        {
            lines.Add(words.Say("Team.MateWeight", member.Weight));
            lines.Add(words.Say("Team.MateSkills", SkillsOf(member, words)));
            lines.Add(words["Team.MateHow"]);
        }

        var message = ChatMessage.Of([.. lines]).With([.. Buttons(member, trouble, words)]);
        return new Speech.Say(message, MessageRole.Other, 0);

        string YesNo(bool isSo) => words[isSo ? "Team.MateYes" : "Team.MateNo"];
    }

    public static string SkillsOf(Member member, Wording words) =>
        member.Skills.Count == 0 ? words["Team.MateNoSkills"] : string.Join(", ", member.Skills);

    private static IEnumerable<Button[]> Buttons(Member member, MateTrouble? trouble, Wording words)
    {
        if (trouble is not null)
        {
            yield return [Of(trouble.MendKey, trouble.Mend)];
        }

        if (member.IsRep)
        {
            yield return [Of("Team.MateSetWeight", MateButton.Weight), Of("Team.MateSetSkills", MateButton.Skills)];
        }

        var sells = member.IsRep
            ? Of("Team.MateTakesNone", MateButton.TakesNone)
            : Of("Team.MateTakesLeads", MateButton.TakesLeads);
        if (member.Roles.HasFlag(Roles.Admin))
        {
            yield return [sells];
        }
        else
        {
            yield return
            [
                sells,
                member.IsManager
                    ? Of("Team.MateManagesNot", MateButton.ManagesNot)
                    : Of("Team.MateManages", MateButton.Manages),
            ];
        }

        Button Of(string key, int what) =>
            Button.Of(words[key], MateButton.Verb, member.Person.Value, what, member.Team.Value);
    }
}
