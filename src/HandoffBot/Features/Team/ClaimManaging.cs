using HandoffBot.Chat;
using HandoffBot.Outbox;

namespace HandoffBot.Features.Team;

/// <summary>Somebody in the sales chat says that they manage the team; whether they may is asked of the messenger.</summary>
internal sealed class ClaimManaging(Callers callers, Replies replies) : IButton
{
    public const string Verb = "manage";

    public async Task<PressAnswer> PressAsync(ButtonPressed pressed, CancellationToken cancellationToken)
    {
        if (pressed.Place.IsPrivate || await callers.FindAsync(pressed, cancellationToken) is not { } caller)
        {
            var words = await callers.WordsForAsync(pressed, cancellationToken);
            return new PressAnswer(words["Common.NotInTeam"], Alert: true);
        }

        if (caller.Member.IsManager)
        {
            return new PressAnswer(caller.Words["Team.ManageAlready"]);
        }

        if (!caller.HasPrivate)
        {
            return new PressAnswer(caller.Words["Team.ManageStart"], Alert: true);
        }

        replies.Answer(
            pressed,
            nameof(AskManager),
            new AskManager.Arguments(caller.Team.Id.Value, pressed.Place.Address.ChatId),
            ChatAddress.Private(caller.Id.Value)
        );
        return new PressAnswer(caller.Words["Team.AskedInPrivate"]);
    }
}
