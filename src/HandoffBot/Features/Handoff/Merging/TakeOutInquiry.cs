using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Handoff.Merging;

/// <summary>An inquiry that joined a lead was somebody else's: it becomes a lead of its own, with its own card and clock.</summary>
internal sealed class TakeOutInquiry(HandoffDb db, HandOut handOut)
{
    /// <param name="opened">The lead it joined.</param>
    /// <param name="standing">The one that goes on for that lead now.</param>
    public async Task<string> HandleAsync(
        OpenedLead opened,
        OpenedLead standing,
        long inquiry,
        CancellationToken cancellationToken
    )
    {
        var lead = opened.Lead;
        if (!standing.Lead.MayWork(opened.Actor))
        {
            return opened.Words["Handoff.MergeNotYours"];
        }

        if (lead.Contact.IsForgotten)
        {
            return opened.Say("Handoff.ApartForgotten");
        }

        var asked = await db.Inquiries.Where(i => i.Lead == lead.Id).OrderBy(i => i.Id).ToListAsync(cancellationToken);
        var ids = asked.Select(i => i.ContactId).OfType<long>().ToList();
        var contacts = await db.Contacts.Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellationToken);
        if (asked.Skip(1).FirstOrDefault(i => i.Id == inquiry) is not { ContactId: { } own } other)
        {
            return opened.Say("Handoff.ApartAlready");
        }

        var left = asked[0].ContactId is null
            ? []
            : asked.Where(i => i != other).Select(i => i.ContactId).OfType<long>();
        var id = new LeadId(await db.NextAsync("lead", cancellationToken));
        lead.TakeOut(id, opened.Caller.Id, [.. left.Select(c => contacts[c])], opened.Now);
        await MoveAsync(other, own, id, cancellationToken);
        var given = new NewLead(
            lead.Team,
            other.SourceId,
            other.CampaignId,
            contacts[own],
            other.Product,
            other.City,
            lead.IsTest,
            IsSuspect: false
        )
        {
            Priority = await db
                .Sources.Where(s => s.Id == other.SourceId)
                .Select(s => s.Priority)
                .SingleAsync(cancellationToken),
        };
        var taken = db.Leads.Add(Lead.Receive(id, given, opened.Now, opened.Rhythm)).Entity;
        await handOut.OfferAsync(taken, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return opened.Words.Say("Handoff.ApartNew", id.ToString(), lead.Id.ToString());
    }

    private async Task MoveAsync(Inquiry asked, long contact, LeadId to, CancellationToken cancellationToken)
    {
        var words = await db
            .LeadWords.Where(w => w.Lead == asked.Lead && w.ContactId == contact)
            .ToListAsync(cancellationToken);
        foreach (var word in words)
        {
            // How else to reach them is what the contact itself says now.
            if (word.Kind is WordsKind.Note)
            {
                db.LeadWords.Remove(word);
            }

            (word.Lead, word.ContactId) = (to, null);
        }

        asked.Leave(to);
    }
}
