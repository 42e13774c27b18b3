using HandoffBot.Chat;
using HandoffBot.Domain.Leads;

namespace HandoffBot.Features.Handoff;

/// <summary>Sold; the amount is asked afterwards, so that a sale is never lost for want of a number.</summary>
internal sealed class WinLead(LeadDesk desk) : LeadButton(desk)
{
    protected override async Task<PressAnswer> ActAsync(
        OpenedLead opened,
        ButtonPressed pressed,
        CancellationToken cancellationToken
    )
    {
        var outcome = opened.Lead.Win(opened.Actor, opened.Now, opened.Rhythm);
        if (outcome is LeadOutcome.Done)
        {
            await Db.SaveChangesAsync(cancellationToken);
            await AskAmount.StartAsync(Desk, pressed, opened, cancellationToken);
        }

        return await Desk.AnswerAsync(opened, outcome, "Handoff.DoneWon", cancellationToken);
    }
}
