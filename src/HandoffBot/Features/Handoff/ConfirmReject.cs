using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Outbox;

namespace HandoffBot.Features.Handoff;

/// <summary>Whoever called a lead bad on its card gets the way back in private, where nobody else can press it.</summary>
internal sealed class ConfirmReject(LeadSheets sheets) : IDelivery
{
    internal sealed record Arguments(long Lead);

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var id = row.Read<Arguments>().Lead;
        var sheet = await sheets.FindAsync(new LeadId(id), cancellationToken);
        if (sheet is not { Lead.Status: LeadStatus.Rejected })
        {
            return Speech.Nothing("taken back");
        }

        var words = sheet.Words;
        var message = ChatMessage.Of(
            Line.Bold($"⛔ {LeadCard.Title(sheet)} · {LeadCard.Ending(sheet)}"),
            words["Handoff.UndoWhile"]
        );
        var undo = Button.Of(words["Handoff.Undo"], LeadVerbs.Undo, id);
        return new Speech.Say(message.With([undo]) with { Silent = true }, MessageRole.Contact, id);
    }
}
