using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Team;

/// <summary>An admin of the group confirms that they manage the team.</summary>
internal sealed class ConfirmManager(HandoffDb db, Callers callers, TimeProvider clock) : IButton
{
    public const string Verb = "manager";

    /// <summary>Who runs a group may be somebody else tomorrow.</summary>
    private static readonly TimeSpan Valid = TimeSpan.FromHours(1);

    public async Task<PressAnswer> PressAsync(ButtonPressed pressed, CancellationToken cancellationToken)
    {
        var team = new TeamId((int)Math.Clamp(pressed.Press!.About, 0, int.MaxValue));
        if (await callers.FindAsync(pressed, team, cancellationToken) is not { } caller)
        {
            var words = await callers.WordsForAsync(pressed, cancellationToken);
            return new PressAnswer(words["Common.NotInTeam"], Alert: true);
        }

        if (!await WasAskedAsync(pressed, team, cancellationToken))
        {
            return new PressAnswer(caller.Words["Team.ManagerLate"], Alert: true);
        }

        caller.Member.SeenAs(Roles.Manager, clock.GetUtcNow());
        var isNew = caller.Member.BeganOn is null || caller.Member.BeganOn >= caller.Words.Day(clock.GetUtcNow());
        if (isNew && !await db.Leads.AnyAsync(l => l.Team == team && l.Owner == caller.Id, cancellationToken))
        {
            // It was only this press that made a rep of them.
            caller.Member.Resign(Roles.Rep, clock.GetUtcNow(), updateId: null);
        }

        await db.SaveChangesAsync(cancellationToken);
        return new PressAnswer(caller.Words.Say("Team.ManagerNow", caller.Team.Name), Alert: true);
    }

    /// <summary>What stands in a button can be made up; what was asked of whom cannot.</summary>
    private Task<bool> WasAskedAsync(ButtonPressed pressed, TeamId team, CancellationToken cancellationToken)
    {
        var (chat, since) = (pressed.Place.Address.ChatId, clock.GetUtcNow() - Valid);
        return db.Messages.AnyAsync(
            m =>
                m.ChatId == chat
                && m.MessageId == pressed.MessageId
                && m.Role == MessageRole.Managing
                && m.About == team.Value
                && m.SentAt >= since,
            cancellationToken
        );
    }
}
