using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Handoff;

/// <summary>Opens a lead for somebody who may act on it, in the transaction that acts.</summary>
internal sealed class LeadAccess(HandoffDb db, Callers callers, TimeProvider clock)
{
    /// <summary>The lead with its caller; null if there is no such lead or it is not the caller's team's.</summary>
    public async Task<OpenedLead?> OpenAsync(Incoming update, LeadId id, CancellationToken cancellationToken)
    {
        var lead = await db.Leads.Include(l => l.Contact).SingleOrDefaultAsync(l => l.Id == id, cancellationToken);
        if (lead is null || await callers.FindAsync(update, lead.Team, cancellationToken) is not { } caller)
        {
            return null;
        }

        return new OpenedLead(lead, caller, clock.GetUtcNow());
    }

    /// <summary>A press on a copy that nobody remembers sending: from now on it is kept up to date too.</summary>
    public async Task AdoptAsync(ButtonPressed pressed, OpenedLead opened, CancellationToken cancellationToken)
    {
        var at = pressed.Place.Address;
        if (await db.Messages.FindAsync([at.ChatId, pressed.MessageId], cancellationToken) is not null)
        {
            return;
        }

        db.Messages.Add(
            new SentMessage
            {
                ChatId = at.ChatId,
                MessageId = pressed.MessageId,
                ThreadId = at.ThreadId,
                Role = at.IsPrivate ? MessageRole.Contact : MessageRole.Card,
                About = opened.Lead.Id.Value,
                SentAt = opened.Now,
            }
        );
        Redraw(pressed, opened, LeadMenu.Main);
    }

    /// <summary>What asked in this chat to do something about the lead says what came of it.</summary>
    public void SettleNotices(ButtonPressed pressed, OpenedLead opened)
    {
        var arguments = new SettleNotices.Arguments(opened.Lead.Id.Value);
        var origin = Replies.OriginOf(pressed, nameof(SettleNotices));
        db.Say(
            new Intent(nameof(SettleNotices), pressed.Place.Address, origin, OutboxPriority.Private, arguments),
            opened.Now
        );
    }

    /// <summary>Shows other buttons under the message that was pressed.</summary>
    public void Redraw(ButtonPressed pressed, OpenedLead opened, LeadMenu menu)
    {
        var arguments = new RedrawLead.Arguments(opened.Lead.Id.Value, menu, pressed.MessageId);
        var origin = Replies.OriginOf(pressed, menu.ToString());
        var priority = pressed.Place.IsPrivate ? OutboxPriority.Private : OutboxPriority.Turn;
        db.Say(new Intent(nameof(RedrawLead), pressed.Place.Address, origin, priority, arguments), opened.Now);
    }
}
