using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;

namespace HandoffBot.Features.Handoff;

/// <summary>A lead is offered to one by name, in private, before it is everybody's.</summary>
internal sealed class OfferLead(LeadSheets sheets, TimeProvider clock) : IDelivery
{
    internal sealed record Arguments(long Lead, long Person);

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var (id, person) = row.Read<Arguments>();
        var (sheet, now) = (await sheets.FindAsync(new LeadId(id), cancellationToken), clock.GetUtcNow());
        if (sheet is null || sheet.Lead.KeptFor(now) != new PersonId(person))
        {
            return Speech.Nothing("taken, or everybody's by now");
        }

        var words = sheet.Words;
        var until = words.Time(sheet.Lead.OfferedUntil!.Value, now);
        var message = ChatMessage.Of(
            Line.Bold(words.Say("Handoff.Offered", LeadCard.Title(sheet))),
            words.Say("Handoff.OfferedUntil", until)
        );
        return new Speech.Say(
            message.With(
                [Button.Of(words["Handoff.Take"], LeadVerbs.Take, id)],
                [
                    Button.Of(words["Handoff.Pass"], LeadVerbs.Pass, id),
                    Button.Of(words["Handoff.WhyMe"], LeadVerbs.Why, id),
                ]
            ),
            MessageRole.Notice,
            id,
            [id]
        );
    }
}
