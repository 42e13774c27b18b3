using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;

namespace HandoffBot.Features.Handoff;

/// <summary>The next page of one's own leads, in private wherever it was pressed.</summary>
internal sealed class MineMore(Callers callers, Replies replies) : IButton
{
    public const string Verb = "mine";

    public async Task<PressAnswer> PressAsync(ButtonPressed pressed, CancellationToken cancellationToken)
    {
        var team = new TeamId((int)pressed.Press!.Choice);
        var found =
            team.Value == 0
                ? await callers.FindAsync(pressed, cancellationToken)
                : await callers.FindAsync(pressed, team, cancellationToken);
        if (found is not { } caller)
        {
            var words = await callers.WordsForAsync(pressed, cancellationToken);
            return new PressAnswer(words["Common.NotInTeam"]);
        }

        if (!caller.HasPrivate)
        {
            return new PressAnswer(caller.Words["Handoff.StartFirst"], Alert: true);
        }

        var skip = (int)Math.Clamp(pressed.Press.About, 0, int.MaxValue);
        var arguments = new ListMine.Arguments(caller.Team.Id.Value, caller.Id.Value, skip);
        replies.Answer(pressed, nameof(ListMine), arguments, ChatAddress.Private(caller.Id.Value));
        return PressAnswer.Nothing;
    }
}
