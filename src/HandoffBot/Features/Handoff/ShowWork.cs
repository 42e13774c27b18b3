using HandoffBot.Chat;

namespace HandoffBot.Features.Handoff;

/// <summary>The next steps: as a fresh message in private, or in place for an owner who cannot be reached there.</summary>
internal sealed class ShowWork(LeadDesk desk) : LeadButton(desk)
{
    protected override async Task<PressAnswer> ActAsync(
        OpenedLead opened,
        ButtonPressed pressed,
        CancellationToken cancellationToken
    )
    {
        if (!opened.Lead.MayWork(opened.Actor))
        {
            return LeadDesk.Toast(await Desk.StandsAsync(opened, cancellationToken));
        }

        if (!opened.InPrivate)
        {
            Desk.Access.Redraw(pressed, opened, LeadMenu.Work);
            return PressAnswer.Nothing;
        }

        var arguments = new SendContact.Arguments(opened.Lead.Id.Value, opened.Caller.Id.Value);
        Desk.Replies.Answer(pressed, nameof(SendContact), arguments, ChatAddress.Private(opened.Caller.Id.Value));
        return pressed.Place.IsPrivate ? PressAnswer.Nothing : LeadDesk.Toast(opened.Say("Handoff.StepsInPrivate"));
    }
}
