using HandoffBot.Chat;
using HandoffBot.Domain.Intake;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Resources;

namespace HandoffBot.Features.Handoff;

/// <summary>As much of a contact as the team shows in its chat before the lead is taken.</summary>
internal static class HiddenContact
{
    private const int NameLength = 40;

    public static Line Of(Contact contact, Masking masking, Wording words)
    {
        var isStrict = masking is Masking.Strict;
        var name = isStrict ? ContactMask.FirstLetter(contact.Name) : ContactMask.Name(contact.Name);
        var reach = contact switch
        {
            { Phone: { Length: > 0 }, IsPhoneUnread: true } => words["Handoff.HiddenUnread"],
            { Phone: { Length: > 0 } phone } => isStrict ? words["Handoff.HiddenPhone"] : ContactMask.Phone(phone),
            { Email: { Length: > 0 } email } => isStrict ? words["Handoff.HiddenEmail"] : ContactMask.Email(email),
            _ => words["Handoff.HiddenMessenger"],
        };
        return name.Length == 0 ? reach : $"{OutsideText.Isolate(OutsideText.Cut(name, NameLength))} · {reach}";
    }
}
