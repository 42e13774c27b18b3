using HandoffBot.Chat;

namespace HandoffBot.Features.Handoff;

/// <summary>Opens a lead from a list, in private.</summary>
internal sealed class OpenLead(LeadDesk desk) : LeadButton(desk)
{
    protected override Task<PressAnswer> ActAsync(
        OpenedLead opened,
        ButtonPressed pressed,
        CancellationToken cancellationToken
    )
    {
        if (!opened.InPrivate)
        {
            return Task.FromResult(LeadDesk.Toast(opened.Words["Handoff.StartFirst"], alert: true));
        }

        Desk.Open(pressed, opened);
        return Task.FromResult(
            pressed.Place.IsPrivate ? PressAnswer.Nothing : LeadDesk.Toast(opened.Say("Handoff.CardInPrivate"))
        );
    }
}
