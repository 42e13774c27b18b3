using HandoffBot.Chat;
using HandoffBot.Domain.Leads;

namespace HandoffBot.Features.Handoff;

/// <summary>A verb of the owner that needs nothing but the press.</summary>
internal abstract class WorkLead(LeadDesk desk, string doneKey, Func<OpenedLead, LeadOutcome> act) : LeadButton(desk)
{
    protected override Task<PressAnswer> ActAsync(
        OpenedLead opened,
        ButtonPressed pressed,
        CancellationToken cancellationToken
    ) => Desk.AnswerAsync(opened, act(opened), doneKey, cancellationToken);
}

/// <summary>The customer was reached.</summary>
internal sealed class ReachContact(LeadDesk desk)
    : WorkLead(desk, "Handoff.DoneReached", o => o.Lead.Reach(o.Actor, o.Now, o.Rhythm));

/// <summary>The customer did not answer; the next attempt is planned by itself.</summary>
internal sealed class MissAnswer(LeadDesk desk) : LeadButton(desk)
{
    protected override Task<PressAnswer> ActAsync(
        OpenedLead opened,
        ButtonPressed pressed,
        CancellationToken cancellationToken
    )
    {
        var outcome = opened.Lead.MissAnswer(opened.Actor, opened.Now, opened.Rhythm);
        return outcome is LeadOutcome.Done && opened.Lead.CallBackAt is { } next
            ? Task.FromResult(LeadDesk.Toast(opened.Say("Handoff.DoneMissedNext", opened.Words.Time(next, opened.Now))))
            : Desk.AnswerAsync(opened, outcome, "Handoff.DoneMissed", cancellationToken);
    }
}

/// <summary>A good lead.</summary>
internal sealed class QualifyLead(LeadDesk desk)
    : WorkLead(desk, "Handoff.DoneQualified", o => o.Lead.Qualify(o.Actor, o.Now, o.Rhythm));

/// <summary>The lead goes back to the queue.</summary>
internal sealed class ReleaseLead(LeadDesk desk, HandOut handOut) : LeadButton(desk)
{
    protected override async Task<PressAnswer> ActAsync(
        OpenedLead opened,
        ButtonPressed pressed,
        CancellationToken cancellationToken
    )
    {
        var outcome = opened.Lead.Release(opened.Actor, opened.Now, opened.Rhythm);
        if (outcome is LeadOutcome.Done)
        {
            await handOut.OfferAsync(opened.Lead, cancellationToken);
        }

        return await Desk.AnswerAsync(opened, outcome, "Handoff.DoneReleased", cancellationToken);
    }
}
