using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Handoff;

/// <summary>Brings what stands in a chat about a lead up to date: its card, or the owner's message; or shows a menu under one of them.</summary>
internal sealed class RedrawLead(LeadSheets sheets, MemberRights rights, HandoffDb db, TimeProvider clock) : IDelivery
{
    /// <param name="MessageId">Only this message; without it every one that stands in the chat.</param>
    internal sealed record Arguments(long Lead, LeadMenu Menu = LeadMenu.Main, int? MessageId = null);

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var given = row.Read<Arguments>();
        var sheet = await sheets.FindAsync(new LeadId(given.Lead), cancellationToken);
        if (sheet is null)
        {
            return Speech.Nothing("gone");
        }

        var standing = await db
            .Messages.AsNoTracking()
            .Where(m => m.About == given.Lead && !m.IsGone)
            .Where(m => m.Role == MessageRole.Card || m.Role == MessageRole.Contact)
            .Where(m => m.ChatId == row.ChatId || db.Chats.Any(c => c.ChatId == m.ChatId && c.MovedTo == row.ChatId))
            .Where(m => given.MessageId == null || m.MessageId == given.MessageId)
            .ToListAsync(cancellationToken);
        if (standing.Count == 0)
        {
            return given.MessageId is null && await LacksCardAsync(row, sheet.Lead, cancellationToken)
                ? new Speech.Say(LeadCard.Of(sheet, LeadMenu.Main, clock.GetUtcNow()), MessageRole.Card, given.Lead)
                : Speech.Nothing("nothing stands there");
        }

        var maySee =
            row.To.IsPrivate
            && await rights.MaySeeContactAsync(sheet.Lead, new PersonId(row.ChatId), cancellationToken);
        return new Speech.Redraw([
            .. standing.Select(m => new Redrawing(m.Ref, Look(sheet, given.Menu, m.Role, maySee))),
        ]);
    }

    public async Task GoneAsync(
        OutboxMessage row,
        IReadOnlyList<MessageRef> gone,
        HandoffDb marks,
        CancellationToken cancellationToken
    )
    {
        var lead = row.Read<Arguments>().Lead;
        var cards = await marks
            .Messages.AsNoTracking()
            .Where(m => m.About == lead && m.Role == MessageRole.Card && !m.IsGone)
            // A copy somebody asked for in private is no card for the team.
            .Where(m => m.ChatId < 0)
            .ToListAsync(cancellationToken);
        if (row.To.IsPrivate || cards.Count == 0 || cards.Exists(c => !gone.Contains(c.Ref)))
        {
            return;
        }

        // Named after the one that is gone, so that it is replaced once; a closed lead's is not, PostCard sees to that.
        var origin = string.Create(CultureInfo.InvariantCulture, $"gone:{gone[^1].ChatId}/{gone[^1].MessageId}");
        var arguments = new PostCard.Arguments(lead);
        marks.Say(new Intent(nameof(PostCard), row.To, origin, OutboxPriority.Card, arguments), clock.GetUtcNow());
    }

    /// <summary>A lead that waits again though its card never came: closed before it was sent, or held as suspect until somebody had it.</summary>
    private async Task<bool> LacksCardAsync(OutboxMessage row, Lead lead, CancellationToken cancellationToken)
    {
        if (row.To.IsPrivate || lead.Status is not LeadStatus.New || lead.IsSuspect || lead.ListId is not null)
        {
            return false;
        }

        var coming = await db
            .Outbox.AsNoTracking()
            .Where(o => o.ChatId == row.ChatId && o.ThreadId == row.ThreadId && o.Delivery == nameof(PostCard))
            .Where(o => o.State != OutboxState.Sent && o.State != OutboxState.Ended)
            .ToListAsync(cancellationToken);
        return coming.TrueForAll(o => o.Read<PostCard.Arguments>().Lead != lead.Id.Value);
    }

    /// <summary>A card stays a card wherever it stands; the contact stays with whoever may see it now.</summary>
    private ChatMessage Look(LeadSheet sheet, LeadMenu menu, MessageRole role, bool maySee)
    {
        var now = clock.GetUtcNow();
        if (role is MessageRole.Card)
        {
            return LeadCard.Of(sheet, menu, now);
        }

        return maySee || sheet.Lead.Status is LeadStatus.New
            ? ContactSheet.Of(sheet, menu, now)
            : ContactSheet.OfAnother(sheet);
    }
}
