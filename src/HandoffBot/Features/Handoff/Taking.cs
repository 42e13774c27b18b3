using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;

namespace HandoffBot.Features.Handoff;

/// <summary>A rep takes a lead, however they came by it: if they have room for it.</summary>
internal sealed partial class Taking(LeadDesk desk, FirstClaims firstClaims, ILogger<Taking> logger)
{
    public async Task<PressAnswer> TakeAsync(OpenedLead opened, CancellationToken cancellationToken)
    {
        var (lead, rep, team) = (opened.Lead, opened.Caller.Id, opened.Caller.Team);
        if (!opened.Caller.MaySellHere)
        {
            var isSpared = opened.Caller.Member.Roles.HasFlag(Roles.NoLeads) && !opened.Caller.Member.MaySell;
            return LeadDesk.Toast(opened.Words[isSpared ? "Handoff.NoLeads" : "Handoff.SellersOnly"]);
        }

        var hands = default(Hands);
        if (lead.Status is LeadStatus.New)
        {
            hands = await HeldAsync(opened, cancellationToken);
            if (Full(opened, hands) is { } full)
            {
                return full;
            }
        }

        var outcome = lead.Claim(rep, opened.Now, opened.Rhythm);
        Log.ClaimTried(logger, lead.Id, rep.Value, outcome);
        if (outcome is ClaimOutcome.Claimed)
        {
            firstClaims.Note(opened);
            opened.Caller.Member.TakeLeads(true);
            opened.Caller.Member.NoteFull(team.Capacity.Of(hands.With(lead)) is not Fullness.No);
        }

        if (outcome is ClaimOutcome.KeptForAnother)
        {
            var (name, until) = (await desk.NameAsync(lead.OfferedTo, cancellationToken), lead.OfferedUntil!.Value);
            return LeadDesk.Toast(opened.Say("Handoff.KeptFor", name, opened.Words.Time(until, opened.Now)));
        }

        return outcome is ClaimOutcome.Claimed or ClaimOutcome.AlreadyYours
            ? Yours(opened)
            : LeadDesk.Toast(await desk.StandsAsync(opened, cancellationToken));
    }

    /// <summary>Until the press is stored nobody else puts anything into these hands.</summary>
    private async Task<Hands> HeldAsync(OpenedLead opened, CancellationToken cancellationToken)
    {
        var (rep, team) = (opened.Caller.Id, opened.Caller.Team);
        await desk.Db.HoldHandsAsync(team.Id, rep, cancellationToken);
        return await desk.Db.HandsAsync(team.Id, rep, cancellationToken);
    }

    private static PressAnswer? Full(OpenedLead opened, Hands hands)
    {
        var full = opened.Caller.Team.Capacity.Of(hands);
        if (full is Fullness.No)
        {
            return null;
        }

        // Asked for more: the next free hand is offered the oldest.
        opened.Caller.Member.NoteFull(true);
        return full is Fullness.Open
            ? LeadDesk.Toast(opened.Words.Say("Handoff.FullOpen", hands.Open), alert: true)
            : LeadDesk.Toast(opened.Words.Say("Handoff.FullNotWorked", hands.NotWorked), alert: true);
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
