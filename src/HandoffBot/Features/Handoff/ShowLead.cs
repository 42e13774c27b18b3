using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Features.Handoff.Merging;
using HandoffBot.Outbox;

namespace HandoffBot.Features.Handoff;

/// <summary>One lead without its contact, asked for by number.</summary>
internal sealed class ShowLead(LeadSheets sheets, MemberRights rights, TimeProvider clock) : IDelivery
{
    /// <param name="ForManager">Who reads it may give it to somebody, and let it rest.</param>
    internal sealed record Arguments(long Lead, bool ForManager = false);

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var (id, forManager) = row.Read<Arguments>();
        if (await sheets.FindAsync(new LeadId(id), cancellationToken) is not { } sheet)
        {
            return Speech.Nothing("gone");
        }

        var card = LeadCard.Of(sheet, LeadMenu.Main, clock.GetUtcNow());
        if (await rights.MaySeeContactAsync(sheet.Lead, new PersonId(row.ChatId), cancellationToken))
        {
            card = WithMerge(card, sheet);
        }

        if (forManager && sheet.Lead.Status is LeadStatus.New)
        {
            card = card with { Keyboard = [.. card.Keyboard, Manage(sheet)] };
        }

        var isWhyThere = !sheet.IsExplained || sheet.Lead.Status is LeadStatus.New;
        return new Speech.Say(isWhyThere ? card : WithWhy(card, sheet), MessageRole.Card, id);
    }

    private static Button[] Manage(LeadSheet sheet) =>
        [
            Button.Of(sheet.Words["Handoff.AssignSomebody"], LeadVerbs.ChooseAssignee, sheet.Lead.Id.Value),
            Button.Of(sheet.Words["Handoff.Snooze"], LeadVerbs.Snooze, sheet.Lead.Id.Value),
        ];

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
