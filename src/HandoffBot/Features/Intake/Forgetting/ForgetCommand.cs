using HandoffBot.Chat;
using HandoffBot.Outbox;

namespace HandoffBot.Features.Intake.Forgetting;

/// <summary><c>/forget L-1042</c>, or a phone, an e-mail, an account: the admin is shown whom it would erase. Nothing is erased yet.</summary>
internal sealed class ForgetCommand(NamedPerson named, AskedByAdmin admin, Callers callers, Replies replies) : ICommand
{
    public const string Name = "forget";

    public async Task GiveAsync(CommandGiven command, CancellationToken cancellationToken)
    {
        if (!command.Place.IsPrivate)
        {
            // Chats that serve no team get no word.
            if (await callers.FindAsync(command, cancellationToken) is not null)
            {
                await replies.RefuseAsync(command, "Forgetting.InPrivate", cancellationToken);
            }
        }
        else if (!await admin.IsSoAsync(command, cancellationToken))
        {
            await replies.SayAsync(command, "Forgetting.AdminOnly", cancellationToken);
        }
        else if (command.Argument.Length == 0)
        {
            await replies.SayAsync(command, "Forgetting.Usage", cancellationToken);
        }
        else if (await named.FindAsync(command.Argument, cancellationToken) is { } person)
        {
            var arguments = new AskForget.Arguments(person.Leads[0].Id.Value, command.MessageId);
            replies.Answer(command, nameof(AskForget), arguments);
        }
        else
        {
            await replies.SayAsync(command, "Forgetting.Unknown", cancellationToken);
        }
    }
}
