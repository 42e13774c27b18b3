using HandoffBot.Chat;
using HandoffBot.Dialogues;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Team;

/// <summary><c>/settings</c>: a manager changes the team's language, zone, country and currency.</summary>
internal sealed class ChangeSettings(
    HandoffDb db,
    Callers callers,
    DialogueEngine dialogues,
    Replies replies,
    TimeProvider clock
) : ICommand
{
    public async Task GiveAsync(CommandGiven command, CancellationToken cancellationToken)
    {
        var caller = await callers.FindAsync(command, cancellationToken);
        if (caller is not { Member.IsManager: true })
        {
            var key = caller is null ? "Common.NotInTeam" : "Team.ManagerOnly";
            await replies.RefuseAsync(command, key, cancellationToken);
            return;
        }

        if (await BusyWithAsync(caller, cancellationToken) is { } other)
        {
            await replies.RefuseAsync(command, "Team.SettingsBusy", cancellationToken, other);
            return;
        }

        var draft = LocaleDraft.Of(caller.Team.Locale);
        draft.Team = caller.Team.Id.Value;
        await dialogues.StartAsync(
            command,
            LocaleDialogue.Kind,
            LocaleDialogue.Offer,
            draft,
            cancellationToken,
            about: caller.Team.Id.Value,
            at: ChatAddress.Private(caller.Id.Value)
        );
    }

    /// <summary>The name of somebody else who is changing the same settings.</summary>
    private async Task<string?> BusyWithAsync(Caller caller, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        long team = caller.Team.Id.Value;
        return await db
            .Dialogues.Where(d => d.Kind == LocaleDialogue.Kind && d.About == team && d.State != DialogueState.Over)
            .Where(d => d.Person != caller.Id && d.ExpiresAt > now)
            .Join(db.People, d => d.Person, p => p.Id, (d, p) => p.Name)
            .FirstOrDefaultAsync(cancellationToken);
    }
}
