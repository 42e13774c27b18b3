using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;

namespace HandoffBot.Features.Team;

/// <summary>A manager lets somebody from a chat open to all into the team.</summary>
internal sealed class AdmitNewcomer(HandoffDb db, Callers callers, Replies replies, TimeProvider clock) : IButton
{
    public const string Verb = "newcomer";

    public async Task<PressAnswer> PressAsync(ButtonPressed pressed, CancellationToken cancellationToken)
    {
        var (personId, team, marketing) = (pressed.Press!.About, pressed.Press.Choice, pressed.Press.Extra == 1);
        var caller = team is > 0 and <= int.MaxValue
            ? await callers.FindAsync(pressed, new TeamId((int)team), cancellationToken)
            : null;
        if (caller is not { Member.IsManager: true })
        {
            var words = await callers.WordsForAsync(pressed, cancellationToken);
            return new PressAnswer(words["Team.ManagerOnly"]);
        }

        if (await db.People.FindAsync([new PersonId(personId)], cancellationToken) is not { } person)
        {
            return new PressAnswer(caller.Words["Common.UnknownButton"]);
        }

        var member = await db.Members.FindAsync([caller.Team.Id, person.Id], cancellationToken);
        var role = marketing ? Roles.Marketer : Roles.Rep;
        if (member is not { IsPresent: true } || !member.Roles.HasFlag(role))
        {
            member ??= db.Members.Add(new Member { Team = caller.Team.Id, Person = person.Id }).Entity;
            member.SeenAs(role, clock.GetUtcNow());
            Tell(pressed, caller, person);
            await db.SaveChangesAsync(cancellationToken);
        }

        return new PressAnswer(caller.Words.Say("Team.Admitted", person.Name));
    }

    private void Tell(ButtonPressed pressed, Caller caller, Person person)
    {
        if (person.IsReachable)
        {
            var text = new SayText.Arguments("Team.YouAreIn", [caller.Team.Name], caller.Team.Id.Value);
            replies.Answer(pressed, nameof(SayText), text, ChatAddress.Private(person.Id.Value));
        }
    }
}
