using HandoffBot.Chat;
using HandoffBot.Domain.Leads;

namespace HandoffBot.Features.Handoff;

/// <summary>Other buttons under the same message: reasons, times, what is behind "More…", and back.</summary>
internal sealed class ShowMenu(LeadDesk desk) : LeadButton(desk)
{
    protected override async Task<PressAnswer> ActAsync(
        OpenedLead opened,
        ButtonPressed pressed,
        CancellationToken cancellationToken
    )
    {
        var lead = opened.Lead;
        var menu = (LeadMenu)pressed.Press!.Choice;
        if (!Enum.IsDefined(menu))
        {
            menu = LeadMenu.Main;
        }

        var isForAll = lead.Status is LeadStatus.New && menu is LeadMenu.Main or LeadMenu.BadReasons;
        if (!isForAll && menu is not LeadMenu.Main && (!lead.IsOwned || !lead.MayWork(opened.Actor)))
        {
            return LeadDesk.Toast(await Desk.StandsAsync(opened, cancellationToken));
        }

        Desk.Access.Redraw(pressed, opened, menu);
        return PressAnswer.Nothing;
    }
}
