using HandoffBot.Chat;
using HandoffBot.Outbox;

namespace HandoffBot.Features.Team;

/// <summary><c>/help</c>: what the bot is for, in a few lines.</summary>
internal sealed class Help(Callers callers, AdminDesk desk, Replies replies, WrongPlace wrongPlace) : ICommand
{
    public async Task GiveAsync(CommandGiven command, CancellationToken cancellationToken)
    {
        if (await wrongPlace.RefusedAsync(command, cancellationToken))
        {
            return;
        }

        var caller = await callers.FindAsync(command, cancellationToken);
        var key = caller switch
        {
            { Member.IsManager: true } => "Team.HelpManager",
            { Member.IsMarketer: true } => "Team.HelpMarketer",
            not null => "Team.HelpRep",
            null when await desk.IsAdminAsync(command, cancellationToken) => "Team.HelloAdmin",
            null => await callers.StrangersKeyAsync(cancellationToken),
        };
        var text = new SayText.Arguments(key, [], caller?.Team.Id.Value, command.From?.LanguageCode, BoldFirst: true);
        replies.Answer(command, nameof(SayText), text);
    }
}
