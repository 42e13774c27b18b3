using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Dialogues;

/// <summary>Which dialogue somebody is in, or means.</summary>
internal sealed class DialogueBook(HandoffDb db, TimeProvider clock)
{
    /// <summary>The dialogue whose question was replied to; else, in private, the active one.</summary>
    public async Task<Dialogue?> MeantAsync(TextWritten update, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var person = new PersonId(update.From!.Id);
        if (update.ReplyTo is { } prompt)
        {
            var asked = await db.Dialogues.FirstOrDefaultAsync(
                d =>
                    d.ChatId == update.Place.Address.ChatId
                    && d.PromptMessageId == prompt
                    && d.Person == person
                    && d.State != DialogueState.Over
                    && d.ExpiresAt > now,
                cancellationToken
            );
            // Answered before it is written down which message the question became.
            return asked
                ?? await ActiveOf(update.Place.Address, person)
                    .FirstOrDefaultAsync(d => d.PromptMessageId == null && d.ExpiresAt > now, cancellationToken);
        }

        return update.Place.IsPrivate
            ? await ActiveOf(update.Place.Address, person)
                .FirstOrDefaultAsync(d => d.ExpiresAt > now, cancellationToken)
            : null;
    }

    /// <summary>The one that was interrupted last in the place of this one, and can still go on.</summary>
    public Task<Dialogue?> LatestSuspendedAsync(Dialogue dialogue, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return db
            .Dialogues.Where(d => d.ChatId == dialogue.ChatId && d.ThreadId == dialogue.ThreadId)
            .Where(d => d.Person == dialogue.Person && d.State == DialogueState.Suspended && d.ExpiresAt > now)
            .OrderByDescending(d => d.Seq)
            .FirstOrDefaultAsync(cancellationToken);
    }

    public IQueryable<Dialogue> ActiveOf(ChatAddress place, PersonId person) =>
        db.Dialogues.Where(d =>
            d.ChatId == place.ChatId
            && d.ThreadId == place.ThreadId
            && d.Person == person
            && d.State == DialogueState.Active
        );
}
