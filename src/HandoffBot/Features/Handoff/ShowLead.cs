using HandoffBot.Domain.Leads;
using HandoffBot.Outbox;

namespace HandoffBot.Features.Handoff;

/// <summary>One lead without its contact, asked for by number.</summary>
internal sealed class ShowLead(LeadSheets sheets, TimeProvider clock) : IDelivery
{
    internal sealed record Arguments(long Lead);

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var id = row.Read<Arguments>().Lead;
        return await sheets.FindAsync(new LeadId(id), cancellationToken) is { } sheet
            ? new Speech.Say(LeadCard.Of(sheet, LeadMenu.Main, clock.GetUtcNow()), MessageRole.Card, id)
            : Speech.Nothing("gone");
    }
}
