using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;

namespace HandoffBot.Features.Team;

/// <summary>A rep says something about their own time; the answer tells until when it holds.</summary>
internal abstract class ShiftCommand(HandoffDb db, Callers callers, Replies replies, TimeProvider clock) : ICommand
{
    public async Task GiveAsync(CommandGiven command, CancellationToken cancellationToken)
    {
        var caller = await callers.FindAsync(command, cancellationToken);
        if (caller is not { Member.MaySell: true })
        {
            var refusal = caller is null ? "Common.NotInTeam" : "Team.ShiftSellersOnly";
            await replies.RefuseAsync(command, refusal, cancellationToken);
            return;
        }

        var now = clock.GetUtcNow();
        if (!Change(caller.Member, command.Argument, now, caller.Team.Rhythm.Hours))
        {
            await replies.RefuseAsync(command, "Team.PauseHow", cancellationToken);
            return;
        }

        await db.SaveChangesAsync(cancellationToken);
        var arguments = new TellShift.Arguments(caller.Team.Id.Value, caller.Id.Value);
        replies.Answer(command, nameof(TellShift), arguments, To(caller));
    }

    /// <returns>False when what was typed cannot be read.</returns>
    protected abstract bool Change(Member member, string argument, DateTimeOffset at, Schedule hours);

    private static ChatAddress? To(Caller caller) =>
        caller.Person.IsReachable ? ChatAddress.Private(caller.Id.Value) : null;
}

/// <summary><c>/on</c>: at work from now on.</summary>
internal sealed class ComeOnShift(HandoffDb db, Callers callers, Replies replies, TimeProvider clock)
    : ShiftCommand(db, callers, replies, clock)
{
    public const string Name = "on";

    protected override bool Change(Member member, string argument, DateTimeOffset at, Schedule hours)
    {
        member.ComeOn(at, hours);
        return true;
    }
}

/// <summary><c>/off</c>: no more work until the team's hours begin anew.</summary>
internal sealed class GoOffShift(HandoffDb db, Callers callers, Replies replies, TimeProvider clock)
    : ShiftCommand(db, callers, replies, clock)
{
    public const string Name = "off";

    protected override bool Change(Member member, string argument, DateTimeOffset at, Schedule hours)
    {
        member.GoOff(at, hours);
        return true;
    }
}

/// <summary><c>/pause 30m</c>: a break.</summary>
internal sealed class TakeBreak(HandoffDb db, Callers callers, Replies replies, TimeProvider clock)
    : ShiftCommand(db, callers, replies, clock)
{
    public const string Name = "pause";

    protected override bool Change(Member member, string argument, DateTimeOffset at, Schedule hours)
    {
        if (PauseLength.Read(argument) is not { } length)
        {
            return false;
        }

        member.Rest(length, at);
        return true;
    }
}
