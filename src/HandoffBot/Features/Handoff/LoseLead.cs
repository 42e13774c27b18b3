using HandoffBot.Chat;
using HandoffBot.Domain.Leads;

namespace HandoffBot.Features.Handoff;

/// <summary>The customer refused, with a reason.</summary>
internal sealed class LoseLead(LeadDesk desk) : LeadButton(desk)
{
    protected override async Task<PressAnswer> ActAsync(
        OpenedLead opened,
        ButtonPressed pressed,
        CancellationToken cancellationToken
    )
    {
        var reason = (LostReason)pressed.Press!.Choice;
        if (!Enum.IsDefined(reason))
        {
            return new PressAnswer(opened.Words["Common.UnknownButton"]);
        }

        var outcome = opened.Lead.Lose(opened.Actor, reason, opened.Now, opened.Rhythm);
        if (outcome is LeadOutcome.Done && reason is LostReason.Other)
        {
            await AskReason.StartAsync(Desk, pressed, opened, cancellationToken);
        }

        return await Desk.AnswerAsync(opened, outcome, "Handoff.DoneLost", cancellationToken);
    }
}
