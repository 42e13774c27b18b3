using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;

namespace HandoffBot.Features.Team;

/// <summary>Somebody of several teams means another one from now on, and sees the same of it.</summary>
internal sealed class ChangeTeam(
    HandoffDb db,
    Callers callers,
    OtherTeams others,
    Replies replies,
    IServiceProvider services
) : IButton
{
    public async Task<PressAnswer> PressAsync(ButtonPressed pressed, CancellationToken cancellationToken)
    {
        var (place, chosen, shown) = (pressed.Press!.About, pressed.Press.Choice, pressed.Press.Extra);
        if (!pressed.Place.IsPrivate || OtherTeams.CommandAt(place) is not { } command)
        {
            var words = await callers.WordsForAsync(pressed, cancellationToken);
            return new PressAnswer(words["Common.UnknownButton"]);
        }

        var person = new PersonId(pressed.From!.Id);
        var teams = await others.OfAsync(person, command, cancellationToken);
        teams.RemoveAll(t => chosen == 0 ? t.Id.Value == shown : t.Id.Value != chosen);
        if (teams.Count == 0)
        {
            var words = await callers.WordsForAsync(pressed, cancellationToken);
            return new PressAnswer(words["Common.NotInTeam"]);
        }

        if (teams.Count > 1)
        {
            replies.Answer(pressed, nameof(AskOtherTeam), new AskOtherTeam.Arguments(command, (int)shown));
            return PressAnswer.Nothing;
        }

        (await db.People.FindAsync([person], cancellationToken))?.Mean(teams[0].Id);
        await db.SaveChangesAsync(cancellationToken);
        await GiveAsync(pressed, command, cancellationToken);
        return PressAnswer.Nothing;
    }

    private Task GiveAsync(ButtonPressed pressed, string command, CancellationToken cancellationToken) =>
        services
            .GetRequiredKeyedService<ICommand>(command)
            .GiveAsync(
                new CommandGiven(command, "", pressed.MessageId, null)
                {
                    Key = pressed.Key,
                    Place = pressed.Place,
                    From = pressed.From,
                },
                cancellationToken
            );
}
