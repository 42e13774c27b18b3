using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Features.Handoff.Merging;
using HandoffBot.Outbox;

namespace HandoffBot.Features.Handoff;

/// <summary>One lead without its contact, asked for by number.</summary>
internal sealed class ShowLead(LeadSheets sheets, MemberRights rights, TimeProvider clock) : IDelivery
{
    internal sealed record Arguments(long Lead);

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var id = row.Read<Arguments>().Lead;
        if (await sheets.FindAsync(new LeadId(id), cancellationToken) is not { } sheet)
        {
            return Speech.Nothing("gone");
        }

        var card = LeadCard.Of(sheet, LeadMenu.Main, clock.GetUtcNow());
        if (await rights.MaySeeContactAsync(sheet.Lead, new PersonId(row.ChatId), cancellationToken))
        {
            card = WithMerge(card, sheet);
        }

        var isWhyThere = sheet.Lead.OfferedTo is null || sheet.Lead.Status is LeadStatus.New;
        return new Speech.Say(isWhyThere ? card : WithWhy(card, sheet), MessageRole.Card, id);
    }

    private static ChatMessage WithMerge(ChatMessage card, LeadSheet sheet)
    {
        var merge = Button.Of(sheet.Words["Handoff.MergeWith"], LeadVerbs.ChooseMerge, sheet.Lead.Id.Value);
        IReadOnlyList<Button>[] another = sheet is { Lead.IsOpen: true, Ties.Like: null }
            ?
            [
                [merge],
            ]
            : [];
        return card with { Keyboard = [.. card.Keyboard, .. MergeText.Parts(sheet), .. another] };
    }

    private static ChatMessage WithWhy(ChatMessage card, LeadSheet sheet)
    {
        var why = Button.Of(sheet.Words["Handoff.Why"], LeadVerbs.Why, sheet.Lead.Id.Value);
        return card with { Keyboard = [.. card.Keyboard, [why]] };
    }
}
