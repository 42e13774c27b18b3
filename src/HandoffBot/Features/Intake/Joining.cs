using HandoffBot.Domain.Leads;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Intake;

/// <summary>Somebody who asks again joins their open lead. What they said is kept apart, so that they can be taken out of it again.</summary>
internal sealed class Joining(HandoffDb db)
{
    public async Task JoinAsync(Lead lead, AskedWords asked, AskedAnew said, CancellationToken cancellationToken)
    {
        var ((inquiry, words), contact) = (asked, said.Contact);
        var first = lead.Contact.Lacks(contact) ? await KeepFirstAsync(lead, inquiry, cancellationToken) : null;
        db.Contacts.Add(contact);
        lead.Repeat(contact, inquiry.ReceivedAt);
        if (OtherReach(contact, lead.Contact) is { } other)
        {
            words.Add(
                new LeadWords
                {
                    Lead = lead.Id,
                    Kind = WordsKind.Note,
                    Text = other,
                    At = inquiry.ReceivedAt,
                }
            );
            db.LeadWords.Add(words[^1]);
        }

        await db.SaveChangesAsync(cancellationToken);
        inquiry.Join(contact.Id, said.Product, said.City, said.CampaignId);
        words.ForEach(w => w.ContactId = contact.Id);
        if (first is var (before, known))
        {
            before.ContactId = known.Id;
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The lead's contact is about to learn something: what its first inquiry said is kept.</summary>
    private async Task<(Inquiry First, Contact Known)?> KeepFirstAsync(
        Lead lead,
        Inquiry now,
        CancellationToken cancellationToken
    )
    {
        var first = await db
            .Inquiries.Where(i => i.Lead == lead.Id)
            .OrderBy(i => i.Id)
            .FirstOrDefaultAsync(cancellationToken);
        if (first is null || first == now || first.ContactId is not null)
        {
            return null;
        }

        return (first, db.Contacts.Add(lead.Contact.Copy()).Entity);
    }

    /// <summary>Who asks again by another number is called back there: the contact keeps the first one.</summary>
    private static string? OtherReach(Contact asked, Contact known)
    {
        var other = new[]
        {
            asked.Phone == known.Phone ? null : asked.Phone,
            asked.Mailbox == known.Mailbox ? null : asked.Email,
            asked.Messenger == known.Messenger ? null : asked.Messenger,
        }
            .OfType<string>()
            .ToList();
        return other.Count == 0 ? null : string.Join(", ", other);
    }
}
