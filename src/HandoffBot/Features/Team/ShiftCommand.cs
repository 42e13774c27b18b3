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

        if (Change(caller, command.Argument.Trim(), clock.GetUtcNow()) is { } why)
        {
            await replies.RefuseAsync(command, why.Key, cancellationToken, [.. why.Values]);
            return;
        }

        await db.SaveChangesAsync(cancellationToken);
        var arguments = new TellShift.Arguments(caller.Team.Id.Value, caller.Id.Value);
        replies.Answer(command, nameof(TellShift), arguments, To(caller));
    }

    /// <returns>Why nothing changed and what would be possible; null when it did.</returns>
    protected abstract (string Key, IReadOnlyList<string> Values)? Change(
        Caller caller,
        string argument,
        DateTimeOffset at
    );

    private static ChatAddress? To(Caller caller) =>
        caller.Person.IsReachable ? ChatAddress.Private(caller.Id.Value) : null;
}

/// <summary><c>/on</c>: at work from now on.</summary>
internal sealed class ComeOnShift(HandoffDb db, Callers callers, Replies replies, TimeProvider clock)
    : ShiftCommand(db, callers, replies, clock)
{
    public const string Name = "on";

    protected override (string, IReadOnlyList<string>)? Change(Caller caller, string argument, DateTimeOffset at)
    {
        caller.Member.ComeOn(at, caller.Team.Rhythm.Hours);
        return null;
    }
}

/// <summary><c>/off</c>: no more work until one's hours begin anew; <c>/off 12.12-19.12</c>, <c>/off fri 13-18</c>: time off ahead.</summary>
internal sealed class GoOffShift(HandoffDb db, Callers callers, Replies replies, TimeProvider clock)
    : ShiftCommand(db, callers, replies, clock)
{
    public const string Name = "off";

    protected override (string, IReadOnlyList<string>)? Change(Caller caller, string argument, DateTimeOffset at)
    {
        if (argument.Length > 0)
        {
            return ShiftChange.TimeOff(caller.Member, argument, at, caller.Words);
        }

        caller.Member.GoOff(at, caller.Team.Rhythm.Hours);
        return null;
    }
}

/// <summary><c>/pause 30m</c>: a break.</summary>
internal sealed class TakeBreak(HandoffDb db, Callers callers, Replies replies, TimeProvider clock)
    : ShiftCommand(db, callers, replies, clock)
{
    public const string Name = "pause";

    protected override (string, IReadOnlyList<string>)? Change(Caller caller, string argument, DateTimeOffset at)
    {
        if (PauseLength.Read(argument) is not { } length)
        {
            return ("Team.PauseHow", []);
        }

        caller.Member.Rest(length, at);
        return null;
    }
}
