using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Team;

/// <summary>Somebody says that they manage the team, in its sales chat or under its list; whether they may is asked of the messenger.</summary>
internal sealed class ClaimManaging(HandoffDb db, Callers callers, Replies replies) : IButton
{
    public const string Verb = "manage";

    public async Task<PressAnswer> PressAsync(ButtonPressed pressed, CancellationToken cancellationToken)
    {
        var team = new TeamId((int)Math.Clamp(pressed.Press!.About, 0, int.MaxValue));
        var found = pressed.Place.IsPrivate
            ? await callers.FindAsync(pressed, team, cancellationToken)
            : await callers.FindAsync(pressed, cancellationToken);
        if (found is not { } caller)
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

        var group = pressed.Place.IsPrivate ? await SalesAsync(team, cancellationToken) : pressed.Place.Address.ChatId;
        if (group is not { } sales)
        {
            return new PressAnswer(caller.Words["Team.CallNowhere"], Alert: true);
        }

        replies.Answer(
            pressed,
            nameof(AskManager),
            new AskManager.Arguments(caller.Team.Id.Value, sales),
            ChatAddress.Private(caller.Id.Value)
        );
        return pressed.Place.IsPrivate ? PressAnswer.Nothing : new PressAnswer(caller.Words["Team.AskedInPrivate"]);
    }

    private Task<long?> SalesAsync(TeamId team, CancellationToken cancellationToken) =>
        db
            .Chats.Where(c => c.Team == team && c.Kind == ChatKind.Sales && c.State == ChatState.Active)
            .Select(c => (long?)c.ChatId)
            .FirstOrDefaultAsync(cancellationToken);
}
