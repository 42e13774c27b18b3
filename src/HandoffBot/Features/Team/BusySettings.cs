using HandoffBot.Chat;
using HandoffBot.Dialogues;
using HandoffBot.Features.Team.Webhooks;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Team;

/// <summary>Two in the same settings would undo each other's work: the second one is told who is in them.</summary>
internal sealed class BusySettings(HandoffDb db, TimeProvider clock)
{
    private static readonly string[] Kinds = [LocaleDialogue.Kind, TeamSettingDialogue.Kind, WebhookDialogue.Kind];

    /// <summary>The name of somebody else who is changing the team's settings.</summary>
    public async Task<string?> WithAsync(Caller caller, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        long team = caller.Team.Id.Value;
        return await db
            .Dialogues.Where(d => Kinds.Contains(d.Kind) && d.About == team && d.State != DialogueState.Over)
            .Where(d => d.Person != caller.Id && d.ExpiresAt > now)
            .Join(db.People, d => d.Person, p => p.Id, (d, p) => p.Name)
            .FirstOrDefaultAsync(cancellationToken);
    }
}
