using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Telegram;

/// <summary>
/// Answers an update that was handled before: one that left events from them, without a second effect; one that left none is
/// looked at anew, since the answer may be another by now.
/// </summary>
internal sealed class RepeatedUpdate(HandoffDb db, Dispatch dispatch, Callers callers)
{
    public async Task<PressAnswer?> AnswerAsync(Incoming update, CancellationToken cancellationToken)
    {
        if (update is not ButtonPressed pressed)
        {
            return null;
        }

        var effect = await db
            .LeadEvents.AsNoTracking()
            .Where(e => e.UpdateId == update.Key.UpdateId)
            .Select(e => new { e.Kind, e.Lead })
            .FirstOrDefaultAsync(cancellationToken);
        if (effect is null || await StillHasItAsync(pressed, effect.Kind, effect.Lead, cancellationToken))
        {
            return await dispatch.ToHandlerAsync(pressed, cancellationToken);
        }

        var words = await callers.WordsForAsync(update, cancellationToken);
        return new PressAnswer(words["Common.Counted"]);
    }

    /// <summary>A claim asked for again by the one who holds the lead has no effect and repeats its whole answer.</summary>
    private async Task<bool> StillHasItAsync(
        ButtonPressed pressed,
        string effect,
        LeadId lead,
        CancellationToken cancellationToken
    )
    {
        var person = new PersonId(pressed.From!.Id);
        return effect == nameof(LeadClaimed)
            && await db.Leads.AnyAsync(
                l =>
                    l.Id == lead
                    && l.Owner == person
                    && (l.Status == LeadStatus.Claimed || l.Status == LeadStatus.Qualified),
                cancellationToken
            );
    }
}
