using HandoffBot.Chat;
using HandoffBot.Features.Handoff.Merging;

namespace HandoffBot.Features.Handoff;

/// <summary>Opens a lead from a list, in private.</summary>
internal sealed class OpenLead(LeadDesk desk, MergeDesk merges) : LeadButton(desk)
{
    protected override async Task<PressAnswer> ActAsync(
        OpenedLead opened,
        ButtonPressed pressed,
        CancellationToken cancellationToken
    )
    {
        if (!opened.InPrivate)
        {
            return LeadDesk.Toast(opened.Words["Handoff.StartFirst"], alert: true);
        }

        Desk.Open(pressed, await merges.OpenStandingAsync(pressed, opened.Lead.Id, cancellationToken) ?? opened);
        return pressed.Place.IsPrivate ? PressAnswer.Nothing : LeadDesk.Toast(opened.Say("Handoff.CardInPrivate"));
    }
}
