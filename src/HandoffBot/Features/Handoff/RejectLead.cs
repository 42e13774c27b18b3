using HandoffBot.Chat;
using HandoffBot.Domain.Leads;

namespace HandoffBot.Features.Handoff;

/// <summary>A bad lead, with a reason.</summary>
internal sealed class RejectLead(LeadDesk desk) : LeadButton(desk)
{
    protected override async Task<PressAnswer> ActAsync(
        OpenedLead opened,
        ButtonPressed pressed,
        CancellationToken cancellationToken
    )
    {
        var reason = (RejectReason)pressed.Press!.Choice;
        if (!Enum.IsDefined(reason))
        {
            return new PressAnswer(opened.Words["Common.UnknownButton"]);
        }

        if (opened.Lead.Status is LeadStatus.New && !opened.Caller.MaySellHere)
        {
            return LeadDesk.Toast(opened.Words["Handoff.SellersOnly"]);
        }

        var outcome = opened.Lead.Reject(opened.Actor, reason, opened.Now, opened.Rhythm);
        if (outcome is LeadOutcome.Done && reason is RejectReason.Other)
        {
            await AskReason.StartAsync(Desk, pressed, opened, cancellationToken);
        }

        return await Desk.AnswerAsync(opened, outcome, "Handoff.DoneRejected", cancellationToken);
    }
}
