using HandoffBot.Domain.Leads;
using HandoffBot.Outbox;

namespace HandoffBot.Features.Handoff;

/// <summary>A new lead's card in the sales chat, as the lead stands when it is sent.</summary>
internal sealed class PostCard(LeadSheets sheets, TimeProvider clock) : IDelivery
{
    internal sealed record Arguments(long Lead);

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var id = row.Read<Arguments>().Lead;
        var sheet = await sheets.FindAsync(new LeadId(id), cancellationToken);
        return sheet is null or { Lead.IsOpen: false }
            ? Speech.Nothing("closed before it was shown")
            : new Speech.Say(LeadCard.Of(sheet, LeadMenu.Main, clock.GetUtcNow()), MessageRole.Card, id);
    }
}
