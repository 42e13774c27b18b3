using HandoffBot.Chat;

namespace HandoffBot.Features.Handoff;

/// <summary>A rep takes a lead.</summary>
internal sealed class TakeLead(LeadDesk desk, Taking taking) : LeadButton(desk)
{
    protected override Task<PressAnswer> ActAsync(
        OpenedLead opened,
        ButtonPressed pressed,
        CancellationToken cancellationToken
    ) => taking.TakeAsync(opened, cancellationToken);
}
