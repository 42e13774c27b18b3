using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Outbox;

namespace HandoffBot.Features.Handoff.Merging;

/// <summary>Tells the owners of two leads that they were found to be one.</summary>
internal sealed class TellMerged(LeadSheets sheets) : IDelivery
{
    internal sealed record Arguments(int Team, long Stays, long Goes);

    public WhenUnreachable WhenUnreachable => WhenUnreachable.TellSalesChat;

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var given = row.Read<Arguments>();
        var stays = await sheets.FindAsync(new LeadId(given.Stays), cancellationToken);
        var goes = await sheets.FindAsync(new LeadId(given.Goes), cancellationToken);
        if (stays is null || goes is not { Lead.MergedInto: not null })
        {
            return Speech.Nothing("two again");
        }

        var words = stays.Words;
        var message = ChatMessage.Of(
            Line.Bold(words.Say("Handoff.MergeDone", goes.Lead.Id.ToString(), stays.Lead.Id.ToString())),
            $"{LeadCard.Title(stays)} · {LeadCard.Ending(stays)}"
        );
        return new Speech.Say(
            message.With([MergeText.Apart(words, goes.Lead)]),
            MessageRole.Reminder,
            given.Stays,
            [given.Stays, given.Goes]
        );
    }
}
