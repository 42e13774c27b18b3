using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Outbox;

namespace HandoffBot.Features.Handoff.Merging;

/// <summary>Asks whether two leads are one, shows which one stays; once they are, says so and offers the way back.</summary>
internal sealed class OfferMerge(LeadSheets sheets) : IDelivery
{
    /// <param name="MessageId">The question, once it was answered.</param>
    internal sealed record Arguments(long One, long Other, int? MessageId = null);

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var given = row.Read<Arguments>();
        var one = await sheets.FindAsync(new LeadId(given.One), cancellationToken);
        var other = await sheets.FindAsync(new LeadId(given.Other), cancellationToken);
        if (one is null || other is null)
        {
            return Speech.Nothing("gone");
        }

        var message = Message(one, other);
        return given.MessageId is { } id
            ? new Speech.Redraw([new Redrawing(new MessageRef(row.ChatId, id), message)])
            : new Speech.Say(message, MessageRole.Prompt, 0, [given.One, given.Other]);
    }

    private static ChatMessage Message(LeadSheet one, LeadSheet other)
    {
        var words = one.Words;
        var (stays, goes) = Lead.WhoStays(one.Lead, other.Lead).Stays == one.Lead ? (one, other) : (other, one);
        (stays, goes) = stays.Lead.MergedInto is null ? (stays, goes) : (goes, stays);
        if (goes.Lead.MergedInto is not null)
        {
            var done = words.Say("Handoff.MergeDone", goes.Lead.Id.ToString(), stays.Lead.Id.ToString());
            return ChatMessage.Of(Line.Bold(done)).With([MergeText.Apart(words, goes.Lead)]);
        }

        return ChatMessage
            .Of(
                Line.Bold(words.Say("Handoff.MergeAsk", stays.Lead.Id.ToString(), goes.Lead.Id.ToString())),
                words.Say("Handoff.MergeStays", $"{LeadCard.Title(stays)} · {LeadCard.Ending(stays)}"),
                words.Say("Handoff.MergeGoes", $"{LeadCard.Title(goes)} · {LeadCard.Ending(goes)}")
            )
            .With([Button.Of(words["Handoff.SamePerson"], LeadVerbs.Merge, goes.Lead.Id.Value, stays.Lead.Id.Value)]);
    }
}
