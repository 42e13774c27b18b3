using HandoffBot.Chat;
using HandoffBot.Domain.Leads;

namespace HandoffBot.Features.Handoff;

/// <summary>A rep takes a lead.</summary>
internal sealed partial class TakeLead(LeadDesk desk, FirstClaims firstClaims, ILogger<TakeLead> logger)
    : LeadButton(desk)
{
    protected override async Task<PressAnswer> ActAsync(
        OpenedLead opened,
        ButtonPressed pressed,
        CancellationToken cancellationToken
    )
    {
        var lead = opened.Lead;
        if (!opened.Caller.MaySellHere)
        {
            return LeadDesk.Toast(opened.Words["Handoff.SellersOnly"]);
        }

        var outcome = lead.Claim(opened.Caller.Id, opened.Now, opened.Rhythm);
        Log.ClaimTried(logger, lead.Id, opened.Caller.Id.Value, outcome);
        if (outcome is ClaimOutcome.Claimed)
        {
            firstClaims.Note(opened);
        }

        return outcome is ClaimOutcome.Claimed or ClaimOutcome.AlreadyYours
            ? Yours(opened)
            : LeadDesk.Toast(await Desk.StandsAsync(opened, cancellationToken));
    }

    /// <summary>Whoever cannot be written to gets name and number here: the popup is all they have.</summary>
    private static PressAnswer Yours(OpenedLead opened) =>
        opened.InPrivate
            ? LeadDesk.Toast(opened.Say("Handoff.Yours"))
            : LeadDesk.Toast(opened.Say("Handoff.YoursHere", ContactSheet.InOneLine(opened.Lead.Contact)), alert: true);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Claim of {LeadId} by {PersonId}: {Outcome}.")]
        public static partial void ClaimTried(ILogger logger, LeadId leadId, long personId, ClaimOutcome outcome);
    }
}
