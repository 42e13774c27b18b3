using HandoffBot.Domain.Intake;
using HandoffBot.Domain.Leads;
using HandoffBot.Forgetting;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Intake.Forgetting;

/// <summary>Whom the admin means: by a lead's number, a phone in any usual spelling, an e-mail or an account.</summary>
internal sealed class NamedPerson(HandoffDb db, PersonSearch search)
{
    private const int Longest = 300;

    public async Task<PersonLeads?> FindAsync(string asked, CancellationToken cancellationToken)
    {
        var text = OutsideText.Line(asked, Longest);
        if (LeadId.Parse(text) is { } number && await search.OfLeadAsync(number, cancellationToken) is { } known)
        {
            return known;
        }

        // A phone is at home in the country of the team it came to.
        var teams = await db.Teams.AsNoTracking().Select(t => t.Locale).ToListAsync(cancellationToken);
        foreach (var key in teams.Select(l => l.Country).Distinct().SelectMany(c => Keys(text, c)).Distinct())
        {
            if (await search.OfContactAsync(key, cancellationToken) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static IEnumerable<ContactKey> Keys(string text, string country)
    {
        if (EmailReader.Read(text) is { } email)
        {
            yield return new(ContactKeyKind.Email, email.Address.ToLowerInvariant());
        }

        if (PhoneReader.Read(text, country) is { IsNone: false } phone)
        {
            yield return new(phone.IsUnreadable ? ContactKeyKind.AsTyped : ContactKeyKind.Phone, phone.Shown!);
        }

        if (MessengerReader.Read(text, country) is { } messenger)
        {
            yield return ContactKey.OfMessenger(InquiryReader.Shown(messenger));
        }
    }
}
