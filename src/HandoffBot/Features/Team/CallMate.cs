using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Team;

/// <summary>A manager has somebody called: by name in the chat who cannot be written to, in private who is quiet. Each once an hour at most.</summary>
internal sealed class CallMate(HandoffDb db, TimeProvider clock)
{
    private static readonly TimeSpan Again = TimeSpan.FromHours(1);

    public async Task<PressAnswer> CallAsync(
        Caller caller,
        PersonId who,
        bool isPing,
        CancellationToken cancellationToken
    )
    {
        var (team, words, now) = (caller.Team.Id, caller.Words, clock.GetUtcNow());
        var person = await db.People.FindAsync([who], cancellationToken);
        var member = await db.Members.FindAsync([team, who], cancellationToken);
        if (person is null || member is not { IsPresent: true })
        {
            return new PressAnswer(words["Team.MateGone"], Alert: true);
        }

        if (person.IsReachable != isPing)
        {
            return new PressAnswer(
                words.Say(isPing ? "Team.CallNoStart" : "Team.CallReached", person.Name),
                Alert: true
            );
        }

        var kind = member.MaySell || member.Roles.HasFlag(Roles.NoLeads) ? ChatKind.Sales : ChatKind.Marketing;
        if (
            (isPing ? ChatAddress.Private(who.Value) : await PlaceAsync(team, kind, cancellationToken)) is not { } place
        )
        {
            return new PressAnswer(words["Team.CallNowhere"], Alert: true);
        }

        var delivery = isPing ? nameof(PingMate) : nameof(AskForStart);
        var calls = string.Create(CultureInfo.InvariantCulture, $"notice:call:{team}:{who}:");
        var last = await db
            .Outbox.Where(o => o.Delivery == delivery && o.OnceKey.StartsWith(calls))
            .MaxAsync(o => (DateTimeOffset?)o.DueAt, cancellationToken);
        if (last is { } before && now - before < Again)
        {
            var next = words.Time(before + Again, now);
            return new PressAnswer(words.Say("Team.CallAgain", person.Name, next), Alert: true);
        }

        var origin = string.Create(CultureInfo.InvariantCulture, $"{calls}{now.ToUnixTimeMilliseconds()}");
        var said = new Arguments(team.Value, who.Value, caller.Id.Value);
        db.Say(new Intent(delivery, place, origin, OutboxPriority.Private, said), now);
        await db.SaveChangesAsync(cancellationToken);
        return new PressAnswer(words.Say(isPing ? "Team.CallPinged" : "Team.CallSaid", person.Name));
    }

    private async Task<ChatAddress?> PlaceAsync(TeamId team, ChatKind kind, CancellationToken cancellationToken)
    {
        var chat = await db
            .Chats.Where(c => c.Team == team && c.Kind == kind && c.State == ChatState.Active)
            .FirstOrDefaultAsync(cancellationToken);
        return chat is null ? null : new ChatAddress(chat.ChatId, chat.ThreadId);
    }

    /// <param name="By">The manager who wanted it.</param>
    internal sealed record Arguments(int Team, long Person, long By);
}
