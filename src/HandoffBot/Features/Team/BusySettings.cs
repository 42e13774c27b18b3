using HandoffBot.Chat;
using HandoffBot.Dialogues;
using HandoffBot.Domain.Team;
using HandoffBot.Features.Team.Webhooks;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Team;

/// <summary>
/// Two in the same settings would undo each other's work: the second one is told who is in them, and may go on instead. A
/// question nobody touched for ten minutes stands in nobody's way.
/// </summary>
internal sealed class BusySettings(HandoffDb db, DialogueEngine dialogues, Replies replies, TimeProvider clock)
{
    /// <summary>What a button says beside its choice when the settings are taken over.</summary>
    public const int Instead = 1;

    private static readonly TimeSpan CountsFor = TimeSpan.FromMinutes(10);

    private static readonly string[] Kinds = [LocaleDialogue.Kind, TeamSettingDialogue.Kind, WebhookDialogue.Kind];

    /// <summary>Makes way for the caller's own question, or tells them who is in the settings.</summary>
    /// <returns>True: somebody else is, and the caller did not say to go on instead.</returns>
    public async Task<bool> RefusedAsync(Caller caller, ButtonPressed pressed, CancellationToken cancellationToken)
    {
        // Two who press at once must see each other: the second waits until the first one's question is there.
        await db.LockAsync(
            string.Create(CultureInfo.InvariantCulture, $"settings:{caller.Team.Id.Value}"),
            cancellationToken
        );
        var touched = clock.GetUtcNow() + Dialogue.Lifetime - CountsFor;
        var others = await Of(caller.Team.Id)
            .Where(d => d.Person != caller.Id && d.State == DialogueState.Active && d.ExpiresAt > touched)
            .ToListAsync(cancellationToken);
        if (others.Count == 0)
        {
            return false;
        }

        var press = pressed.Press!;
        if (press.Extra != Instead)
        {
            var arguments = new ShowBusySettings.Arguments(
                press.About,
                others[0].Person.Value,
                press.Verb,
                press.Choice
            );
            replies.Answer(pressed, nameof(ShowBusySettings), arguments);
            return true;
        }

        foreach (var other in others)
        {
            var end = new DialogueEnd("Team.SettingsTaken", [caller.Person.Name]);
            await dialogues.EndAsync(pressed, other, end, cancellationToken);
            var told = new SayText.Arguments(end.Key!, end.Values, caller.Team.Id.Value);
            replies.Answer(pressed, nameof(SayText), told, other.Place);
        }

        return false;
    }

    /// <summary>Whoever leads the team no more leaves no question behind.</summary>
    public async Task LeaveAsync(Member left, Incoming update, CancellationToken cancellationToken)
    {
        foreach (var own in await Of(left.Team).Where(d => d.Person == left.Person).ToListAsync(cancellationToken))
        {
            await dialogues.EndAsync(update, own, new DialogueEnd("Team.ManagerOnly", []), cancellationToken);
        }
    }

    private IQueryable<Dialogue> Of(TeamId team)
    {
        long about = team.Value;
        return db.Dialogues.Where(d => Kinds.Contains(d.Kind) && d.About == about && d.State != DialogueState.Over);
    }
}
