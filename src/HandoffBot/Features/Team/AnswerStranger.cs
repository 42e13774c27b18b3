using HandoffBot.Chat;
using HandoffBot.Outbox;

namespace HandoffBot.Features.Team;

/// <summary>Somebody of no team writes in private: they learn what would make it possible.</summary>
internal sealed class AnswerStranger(AdminDesk desk, Callers callers, Replies replies) : IListener<TextWritten>
{
    public async Task<bool> HearAsync(TextWritten update, CancellationToken cancellationToken)
    {
        if (!update.Place.IsPrivate || update.Edited || await callers.FindAsync(update, cancellationToken) is not null)
        {
            return false;
        }

        var isAdmin = await desk.IsAdminAsync(update, cancellationToken);
        var key = isAdmin ? "Team.HelloAdmin" : await callers.StrangersKeyAsync(cancellationToken);
        await replies.SayAsync(update, key, cancellationToken);
        return true;
    }
}
