using HandoffBot.Domain.Leads;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Intake.Lists;

/// <summary>The leads of a list that nobody sees yet.</summary>
internal static class ArrivingLeads
{
    private const int AtOnce = 200;

    public static IQueryable<Lead> Of(HandoffDb db, LeadList list) =>
        db
            .Leads.IgnoreQueryFilters()
            .Where(l => l.Team == list.Team && l.Status == LeadStatus.New && l.ListId == list.Id && l.IsArriving);

    /// <summary>As if they had never been written, with all that stands beside them.</summary>
    /// <param name="which">Those of <see cref="Of"/> that are to go, so many as one statement can name.</param>
    /// <returns>How many.</returns>
    public static async Task<int> RemoveAsync(HandoffDb db, IQueryable<Lead> which, CancellationToken cancellationToken)
    {
        var arriving = await which.AsNoTracking().Select(l => new { l.Id, l.ContactId }).ToListAsync(cancellationToken);
        var (leads, contacts) = (arriving.ConvertAll(a => a.Id), arriving.ConvertAll(a => a.ContactId));
        await db.WebhookDeliveries.Where(d => leads.Contains(d.Lead)).ExecuteDeleteAsync(cancellationToken);
        await db.LeadWords.Where(w => leads.Contains(w.Lead)).ExecuteDeleteAsync(cancellationToken);
        await db.LeadEvents.Where(e => leads.Contains(e.Lead)).ExecuteDeleteAsync(cancellationToken);
        await db.Inquiries.Where(i => leads.Contains(i.Lead)).ExecuteDeleteAsync(cancellationToken);
        await db.Leads.IgnoreQueryFilters().Where(l => leads.Contains(l.Id)).ExecuteDeleteAsync(cancellationToken);
        await db.Contacts.Where(c => contacts.Contains(c.Id)).ExecuteDeleteAsync(cancellationToken);
        return arriving.Count;
    }

    /// <summary>
    /// Who asked by themselves while the list was being written has a lead, or a place in one: their row is taken back, and joins by the
    /// rules of all doors with those whose contacts were known before.
    /// </summary>
    public static async Task LeaveToOthersAsync(HandoffDb db, LeadList list, CancellationToken cancellationToken)
    {
        var first = await Of(db, list)
            .OrderBy(l => l.Id)
            .Select(l => (LeadId?)l.Id)
            .FirstOrDefaultAsync(cancellationToken);
        if (first is null)
        {
            return;
        }

        var since = await db.Inquiries.Where(i => i.Lead == first).MinAsync(i => i.Id, cancellationToken);
        var asked = await (
            from inquiry in db.Inquiries
            where inquiry.Id > since
            join lead in db.Leads on inquiry.Lead equals lead.Id
            where lead.Team == list.Team
            select inquiry.ContactId ?? lead.ContactId
        ).ToListAsync(cancellationToken);
        foreach (var few in asked.Distinct().Chunk(AtOnce))
        {
            var contacts = await db
                .Contacts.AsNoTracking()
                .Where(c => few.Contains(c.Id))
                .ToListAsync(cancellationToken);
            var keys = contacts.SelectMany(KeysOf).Distinct().ToList();
            var met = db.Contacts.Where(c => c.Team == list.Team).WithAny(keys);
            await RemoveAsync(db, Of(db, list).Where(l => met.Contains(l.ContactId)), cancellationToken);
        }
    }

    private static IEnumerable<string> KeysOf(Contact contact) =>
        new[]
        {
            contact.Phone,
            contact.Mailbox,
            contact.Messenger is { } shown ? ContactKey.OfMessenger(shown).Value : null,
        }.OfType<string>();
}
