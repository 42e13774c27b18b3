using HandoffBot.Chat;
using HandoffBot.Domain.Leads;

namespace HandoffBot.Features.Handoff;

/// <summary>The amount of a sale becomes known later, or was wrong.</summary>
internal sealed class CorrectAmount(LeadDesk desk) : LeadButton(desk)
{
    protected override async Task<PressAnswer> ActAsync(
        OpenedLead opened,
        ButtonPressed pressed,
        CancellationToken cancellationToken
    )
    {
        if (opened.Lead.Status is not LeadStatus.Won || !opened.Lead.MayWork(opened.Actor))
        {
            return LeadDesk.Toast(await Desk.StandsAsync(opened, cancellationToken));
        }

        await AskAmount.StartAsync(Desk, pressed, opened, cancellationToken);
        return PressAnswer.Nothing;
    }
}
