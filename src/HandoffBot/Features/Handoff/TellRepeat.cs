using HandoffBot.Chat;
using HandoffBot.Domain.Intake;
using HandoffBot.Domain.Leads;
using HandoffBot.Features.Handoff.Merging;
using HandoffBot.Outbox;

namespace HandoffBot.Features.Handoff;

/// <summary>Tells the owner that the customer asked again.</summary>
internal sealed class TellRepeat(LeadSheets sheets) : IDelivery
{
    private const int QuoteLength = 400;

    internal sealed record Arguments(int Team, long Lead);

    public WhenUnreachable WhenUnreachable => WhenUnreachable.TellSalesChat;

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var id = row.Read<Arguments>().Lead;
        if (await sheets.FindAsync(new LeadId(id), cancellationToken) is not { Lead.IsOwned: true } sheet)
        {
            return Speech.Nothing("not owned any more");
        }

        var words = sheet.Words;
        var asked = ChatMessage.Of(
            Line.Bold(words.Say("Handoff.AskedAgain", LeadCard.Title(sheet), sheet.Inquiries)),
            row.To.IsPrivate && sheet.Message is { } message
                ? (Line)words.Quoted(OutsideText.Isolate(OutsideText.Cut(message, QuoteLength)))
                : words.Say("Handoff.TakenBy", sheet.OwnerName)
        );
        IReadOnlyList<Button> steps = [Button.Of(words["Handoff.Steps"], LeadVerbs.Work, id)];
        var newest = row.To.IsPrivate ? sheet.Ties.Joined.FirstOrDefault(j => j.Lead == sheet.Lead.Id) : null;
        return new Speech.Say(
            newest is null ? asked.With(steps) : asked.With(steps, [NotTheSame(sheet, newest)]),
            MessageRole.Reminder,
            id,
            [id]
        );
    }

    private static Button NotTheSame(LeadSheet sheet, JoinedInquiry asked) =>
        Button.Of(sheet.Words["Handoff.NotTheSame"], LeadVerbs.Apart, asked.Lead.Value, asked.Id);
}
