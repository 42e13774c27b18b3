using HandoffBot.Chat;
using HandoffBot.Domain.Leads;

namespace HandoffBot.Features.Handoff;

/// <summary>Opens a lead from a list.</summary>
internal sealed class OpenLead(LeadDesk desk) : LeadButton(desk)
{
    protected override Task<PressAnswer> ActAsync(
        OpenedLead opened,
        ButtonPressed pressed,
        CancellationToken cancellationToken
    )
    {
        if (opened.Lead.Status is not LeadStatus.New && opened.Lead.MayWork(opened.Actor))
        {
            var arguments = new SendContact.Arguments(opened.Lead.Id.Value, opened.Caller.Id.Value);
            Desk.Replies.Answer(pressed, nameof(SendContact), arguments);
        }
        else
        {
            Desk.Replies.Answer(pressed, nameof(ShowLead), new ShowLead.Arguments(opened.Lead.Id.Value));
        }

        return Task.FromResult(PressAnswer.Nothing);
    }
}
