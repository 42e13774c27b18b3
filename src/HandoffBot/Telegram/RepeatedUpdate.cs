using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Telegram;

/// <summary>
/// Answers an update that was handled before, without a second effect: one that left events from them; one that left none by
/// going through it again and taking all of it back.
/// </summary>
internal sealed class RepeatedUpdate(HandoffDb db, Dispatch dispatch, Callers callers)
{
    private const string Savepoint = "repeat";

    public async Task<PressAnswer?> AnswerAsync(
        Incoming update,
        DateTimeOffset seenAt,
        CancellationToken cancellationToken
    )
    {
        if (update is not ButtonPressed pressed)
        {
            return null;
        }

        var effect = await db
            .LeadEvents.AsNoTracking()
            // Numbers of updates begin anew one day; older events may carry the same.
            .Where(e => e.UpdateId == update.Key.UpdateId && e.At >= seenAt)
            .Select(e => new { e.Kind, e.Lead })
            .FirstOrDefaultAsync(cancellationToken);
        if (effect is null || await StillHasItAsync(pressed, effect.Kind, effect.Lead, cancellationToken))
        {
            return await RehearseAsync(pressed, cancellationToken);
        }

        var words = await callers.WordsForAsync(update, cancellationToken);
        return new PressAnswer(words["Common.Counted"]);
    }

    /// <summary>Who would act by it now, but did not then, is asked to press again: the answer must not tell what was not done.</summary>
    private async Task<PressAnswer?> RehearseAsync(ButtonPressed pressed, CancellationToken cancellationToken)
    {
        var transaction = db.Database.CurrentTransaction!;
        await transaction.CreateSavepointAsync(Savepoint, cancellationToken);
        db.IsRehearsal = true;
        var answer = await dispatch.ToHandlerAsync(pressed, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        var wouldAct = db.ChangeTracker.Entries<LeadEventRow>().Any();
        await db.TakeBackAsync(transaction, Savepoint, cancellationToken);
        if (!wouldAct)
        {
            return answer;
        }

        var words = await callers.WordsForAsync(pressed, cancellationToken);
        return new PressAnswer(words["Common.PressAgain"]);
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
