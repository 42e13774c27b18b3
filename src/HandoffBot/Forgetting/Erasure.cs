using HandoffBot.Chat;
using HandoffBot.Dialogues;
using HandoffBot.Domain.Intake;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Forgetting;

/// <summary>Takes people out of all rows. Figures and events stay; nothing is saved here.</summary>
internal sealed class Erasure(HandoffDb db)
{
    private const int AtOnce = 500;

    /// <param name="leads">Tracked, with their contacts.</param>
    /// <param name="by">Who wanted it; null: the time for it had come, or a restore does it again.</param>
    public async Task EraseAsync(
        IReadOnlyList<Lead> leads,
        PersonId? by,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        var joined = new List<Contact>();
        foreach (var some in leads.Chunk(AtOnce))
        {
            joined.AddRange(await JoinedContacts.OfAsync(db, [.. some.Select(l => l.Id)], cancellationToken));
        }

        var trace = new PersonTrace(leads.Select(l => l.Contact).Concat(joined).SelectMany(c => c.Keys()));
        foreach (var some in leads.Chunk(AtOnce))
        {
            var ids = some.Select(l => l.Id).ToList();
            await CoverAsync(some, at, cancellationToken);
            await db.LeadWords.Where(w => ids.Contains(w.Lead)).ExecuteDeleteAsync(cancellationToken);
            await RenameKeysAsync(ids, trace, cancellationToken);
        }

        await MaskElsewhereAsync(trace, cancellationToken);
        await DropUpdatesAsync(trace, [.. leads.Select(l => l.Id)], cancellationToken);
        await CloseDialoguesAsync(trace, leads.Select(l => l.Id.Value).ToHashSet(), cancellationToken);
        await EndMessagesAsync(trace, at, cancellationToken);
        var rhythms = await db.Teams.AsNoTracking().ToDictionaryAsync(t => t.Id, t => t.Rhythm, cancellationToken);
        foreach (var lead in leads)
        {
            lead.Forget(by, at, rhythms[lead.Team]);
        }

        joined.ForEach(c => c.Forget(at));
    }

    /// <summary>Whatever stands in a chat is written over, whatever a person typed is taken away where Telegram still does that.</summary>
    private async Task CoverAsync(Lead[] leads, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var ids = leads.Select(l => l.Id.Value).ToList();
        var standing = await StandingMessagesOf.LeadsAsync(db, ids, cancellationToken);
        // What is being sent at this moment is not written down yet.
        var sending = await db
            .Outbox.Where(o => o.State == OutboxState.Sending)
            .Select(o => new { o.ChatId, o.ThreadId })
            .ToListAsync(cancellationToken);
        var places =
            from lead in ids
            from place in sending
            select (lead, new ChatAddress(place.ChatId, place.ThreadId));
        foreach (var (lead, place) in standing.Select(m => (m.Lead, m.Place)).Union(places))
        {
            db.Say(CoverMessages.Of(lead, place), at);
        }

        await RemoveTypedAsync(leads, at, cancellationToken);
    }

    private async Task RemoveTypedAsync(Lead[] leads, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var ids = leads.Select(l => l.Id).ToList();
        var typed = await db
            .LeadWords.AsNoTracking()
            .Where(w => ids.Contains(w.Lead) && w.ChatId != null && w.MessageId != null)
            .Select(w => new
            {
                w.Lead,
                w.ChatId,
                w.MessageId,
            })
            .ToListAsync(cancellationToken);
        foreach (var note in typed)
        {
            db.Say(RemoveTyped.Of(note.Lead.Value, new(note.ChatId!.Value, note.MessageId!.Value)), at);
        }
    }

    /// <summary>A sender's own id may be the phone; the same post would then come as a new lead, as it should.</summary>
    private async Task RenameKeysAsync(List<LeadId> leads, PersonTrace trace, CancellationToken cancellationToken)
    {
        foreach (var inquiry in await db.Inquiries.Where(i => leads.Contains(i.Lead)).ToListAsync(cancellationToken))
        {
            inquiry.Forget();
            if (trace.IsIn(inquiry.Key))
            {
                inquiry.Key = string.Create(CultureInfo.InvariantCulture, $"forgotten-{inquiry.Id}");
            }
        }
    }

    /// <summary>In the words of other people's leads, and in what visitors wrote into a campaign.</summary>
    private async Task MaskElsewhereAsync(PersonTrace trace, CancellationToken cancellationToken)
    {
        var words = db.LeadWords.AsNoTracking().Select(w => new { w.Id, w.Text }).AsAsyncEnumerable();
        var named = new List<long>();
        await foreach (var word in words.WithCancellation(cancellationToken))
        {
            if (trace.IsIn(word.Text))
            {
                named.Add(word.Id);
            }
        }

        foreach (var word in await db.LeadWords.Where(w => named.Contains(w.Id)).ToListAsync(cancellationToken))
        {
            word.Text = ContactMask.Text(word.Text);
        }

        foreach (var campaign in await db.Campaigns.ToListAsync(cancellationToken))
        {
            if (trace.IsIn(campaign.Name) || trace.IsIn(campaign.Code))
            {
                campaign.Forget();
            }
        }
    }

    private async Task DropUpdatesAsync(PersonTrace trace, List<LeadId> leads, CancellationToken cancellationToken)
    {
        foreach (var update in await db.Updates.Where(u => u.Payload != null).ToListAsync(cancellationToken))
        {
            // The one that is being handled has let go of its payload already.
            if (
                update.Payload is { } payload
                && (trace.IsIn(payload) || leads.Exists(l => IsNamed(payload, l.ToString())))
            )
            {
                (update.State, update.Payload, update.Error) = (UpdateState.Failed, null, "forgotten");
            }
        }
    }

    private async Task CloseDialoguesAsync(
        PersonTrace trace,
        IReadOnlySet<long> leads,
        CancellationToken cancellationToken
    )
    {
        var open = db.Dialogues.Where(d => d.State != DialogueState.Over);
        foreach (var dialogue in await open.ToListAsync(cancellationToken))
        {
            if (trace.IsIn(dialogue.Arguments) || LeadDialogues.IsAbout(dialogue, leads))
            {
                dialogue.Close();
            }
        }
    }

    /// <summary>What is being sent loses its arguments by itself, once it was said.</summary>
    private async Task EndMessagesAsync(PersonTrace trace, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var waiting = db.Outbox.Where(o => o.State == OutboxState.Pending || o.State == OutboxState.Held);
        foreach (var row in await waiting.Where(o => o.Arguments != null).ToListAsync(cancellationToken))
        {
            if (trace.IsIn(row.Arguments))
            {
                row.End(at, "forgotten");
            }
        }
    }

    private static bool IsNamed(string text, string lead)
    {
        var at = text.IndexOf(lead, StringComparison.Ordinal);
        return at >= 0 && (at + lead.Length == text.Length || !char.IsAsciiDigit(text[at + lead.Length]));
    }
}
