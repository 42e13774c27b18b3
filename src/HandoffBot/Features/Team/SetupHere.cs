using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;

namespace HandoffBot.Features.Team;

/// <summary>The admin, anonymous in the chat, shows who they are and is asked in private what the chat is for.</summary>
internal sealed class SetupHere(HandoffDb db, AdminDesk desk, NewChat chats, Callers callers) : IButton
{
    public const string Verb = "setup";

    public async Task<PressAnswer> PressAsync(ButtonPressed pressed, CancellationToken cancellationToken)
    {
        var words = await callers.WordsForAsync(pressed, cancellationToken);
        if (pressed.Place.IsPrivate || !await desk.IsAdminAsync(pressed, cancellationToken))
        {
            return new PressAnswer(words["Team.AdminOnly"]);
        }

        var chat = await chats.MeetAsync(pressed.Place, cancellationToken);
        chats.Ask(pressed, chat, new PersonId(pressed.From!.Id));
        await db.SaveChangesAsync(cancellationToken);
        return new PressAnswer(words["Team.AskedInPrivate"]);
    }
}
