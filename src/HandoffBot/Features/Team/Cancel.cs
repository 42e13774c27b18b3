using HandoffBot.Chat;
using HandoffBot.Dialogues;
using HandoffBot.Outbox;

namespace HandoffBot.Features.Team;

/// <summary><c>/cancel</c>: ends the conversation the person is in.</summary>
internal sealed class Cancel(DialogueEngine dialogues, Replies replies) : ICommand
{
    public async Task GiveAsync(CommandGiven command, CancellationToken cancellationToken)
    {
        if (command.From is null)
        {
            return;
        }

        var ended = await dialogues.CancelAsync(command, cancellationToken);
        if (ended || command.Place.IsPrivate)
        {
            await replies.RefuseAsync(command, ended ? "Team.Cancelled" : "Team.NothingToCancel", cancellationToken);
        }
    }
}
