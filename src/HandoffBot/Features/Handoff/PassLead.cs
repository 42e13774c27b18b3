using HandoffBot.Chat;

namespace HandoffBot.Features.Handoff;

/// <summary>Who was offered a lead by name leaves it to the others.</summary>
internal sealed class PassLead(LeadDesk desk) : LeadButton(desk)
{
    protected override Task<PressAnswer> ActAsync(
        OpenedLead opened,
        ButtonPressed pressed,
        CancellationToken cancellationToken
    )
    {
        var outcome = opened.Lead.Pass(opened.Caller.Id, opened.Now);
        return Desk.AnswerAsync(opened, outcome, "Handoff.DonePassed", cancellationToken);
    }
}
