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

        var key = await desk.FindAsync(cancellationToken) switch
        {
            null => "Team.NotSetUp",
            { } admin when admin.Value == update.From?.Id => "Team.HelloAdmin",
            _ => "Common.NotInTeam",
        };
        await replies.SayAsync(update, key, cancellationToken);
        return true;
    }
}
