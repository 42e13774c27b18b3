using HandoffBot.Chat;

namespace HandoffBot.Features.Handoff;

/// <summary>Shows the contact to whoever may see it, in a popup; everybody else learns who has the lead.</summary>
internal sealed class ShowContact(LeadDesk desk) : LeadButton(desk)
{
    protected override async Task<PressAnswer> ActAsync(
        OpenedLead opened,
        ButtonPressed pressed,
        CancellationToken cancellationToken
    ) =>
        opened.Lead.Contact.IsForgotten ? LeadDesk.Toast(opened.Say("Forgetting.Stub"))
        : opened.Lead.MayWork(opened.Actor)
            ? LeadDesk.Toast(opened.Say("Handoff.ContactIs", ContactSheet.InOneLine(opened.Lead.Contact)), alert: true)
        : LeadDesk.Toast(await Desk.StandsAsync(opened, cancellationToken));
}
