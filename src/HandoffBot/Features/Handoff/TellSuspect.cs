using HandoffBot.Chat;
using HandoffBot.Domain.Intake;
using HandoffBot.Domain.Leads;
using HandoffBot.Outbox;

namespace HandoffBot.Features.Handoff;

/// <summary>A lead that may not come from a person is shown to the manager, who lets it through or not.</summary>
internal sealed class TellSuspect(LeadSheets sheets) : IDelivery
{
    private const int QuoteLength = 200;

    internal sealed record Arguments(long Lead);

    public WhenUnreachable WhenUnreachable => WhenUnreachable.Wait;

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var id = row.Read<Arguments>().Lead;
        var sheet = await sheets.FindAsync(new LeadId(id), cancellationToken);
        if (sheet is not { Lead: { IsSuspect: true, Status: LeadStatus.New } })
        {
            return Speech.Nothing("decided");
        }

        var words = sheet.Words;
        var message = ChatMessage.Of([
            Line.Bold(words.Say("Handoff.Suspect", LeadCard.Title(sheet))),
            .. ContactSheet.Reach(sheet),
            sheet.Message is { } text
                ? (Line)words.Quoted(OutsideText.Isolate(OutsideText.Cut(text, QuoteLength)))
                : null,
            words["Handoff.SuspectWhatNow"],
        ]);
        return new Speech.Say(
            message.With(
                [Button.Of(words["Handoff.Admit"], LeadVerbs.Admit, id)],
                [Button.Of(words["Handoff.RejectSpam"], LeadVerbs.Reject, id, (long)RejectReason.Spam)]
            ),
            MessageRole.Notice,
            id,
            [id]
        );
    }
}
