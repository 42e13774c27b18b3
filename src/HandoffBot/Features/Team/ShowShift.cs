using HandoffBot.Chat;
using HandoffBot.Outbox;
using HandoffBot.Persistence;

namespace HandoffBot.Features.Team;

/// <summary><c>/shift</c>: one's own shift with its buttons; <c>/shift mon-fri 9-18</c> plans it; who has none sees the team.</summary>
internal sealed class ShowShift(HandoffDb db, Callers callers, Replies replies) : ICommand
{
    public const string Name = "shift";

    public async Task GiveAsync(CommandGiven command, CancellationToken cancellationToken)
    {
        if (await callers.FindAsync(command, cancellationToken) is not { } caller)
        {
            await replies.RefuseAsync(command, "Common.NotInTeam", cancellationToken);
            return;
        }

        ChatAddress? to = caller.Person.IsReachable ? ChatAddress.Private(caller.Id.Value) : null;
        if (caller.Member.MaySell)
        {
            await ShowAsync(command, caller, to, cancellationToken);
        }
        else if (!caller.HasPrivate)
        {
            await replies.RefuseAsync(command, "Team.StartFirst", cancellationToken);
        }
        else
        {
            replies.Answer(
                command,
                nameof(ShowTeam),
                new ShowTeam.Arguments(caller.Team.Id.Value, caller.Id.Value),
                to
            );
        }
    }

    private async Task ShowAsync(
        CommandGiven command,
        Caller caller,
        ChatAddress? to,
        CancellationToken cancellationToken
    )
    {
        var plan = command.Argument.Trim();
        if (plan.Length > 0 && ShiftChange.Plan(caller.Member, plan) is { } why)
        {
            await replies.RefuseAsync(command, why.Key, cancellationToken, [.. why.Values]);
            return;
        }

        await db.SaveChangesAsync(cancellationToken);
        var arguments = new TellShift.Arguments(caller.Team.Id.Value, caller.Id.Value);
        replies.Answer(command, nameof(TellShift), arguments, to);
    }
}
