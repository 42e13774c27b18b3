using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Handoff;

/// <summary>A verb that is the manager's alone.</summary>
internal abstract class ManagerButton(LeadDesk desk) : LeadButton(desk)
{
    protected sealed override async Task<PressAnswer> ActAsync(
        OpenedLead opened,
        ButtonPressed pressed,
        CancellationToken cancellationToken
    ) =>
        opened.Actor.IsManager
            ? await ManageAsync(opened, pressed, cancellationToken)
            : LeadDesk.Toast(opened.Words["Handoff.ManagerOnly"]);

    protected abstract Task<PressAnswer> ManageAsync(
        OpenedLead opened,
        ButtonPressed pressed,
        CancellationToken cancellationToken
    );
}

/// <summary>The manager gives a lead to somebody.</summary>
internal sealed class AssignLead(LeadDesk desk, FirstClaims firstClaims) : ManagerButton(desk)
{
    protected override async Task<PressAnswer> ManageAsync(
        OpenedLead opened,
        ButtonPressed pressed,
        CancellationToken cancellationToken
    )
    {
        var to = new PersonId(pressed.Press!.Choice);
        var rep = await Db.Members.SingleOrDefaultAsync(
            m => m.Team == opened.Lead.Team && m.Person == to && m.LeftAt == null && (m.Roles & Roles.Rep) != 0,
            cancellationToken
        );
        if (rep is null)
        {
            return LeadDesk.Toast(opened.Words["Handoff.NoSuchRep"]);
        }

        var outcome = opened.Lead.Assign(opened.Actor, to, opened.Now, opened.Rhythm);
        if (outcome is LeadOutcome.Done)
        {
            firstClaims.Note(opened);
            var hands = await Db.HandsAsync(rep.Team, to, cancellationToken);
            rep.NoteFull(opened.Caller.Team.Capacity.Of(hands.With(opened.Lead)) is not Fullness.No);
        }

        return outcome is LeadOutcome.Done or LeadOutcome.Repeated
            ? LeadDesk.Toast(opened.Say("Handoff.DoneAssigned", await Desk.NameAsync(to, cancellationToken)))
            : await Desk.AnswerAsync(opened, outcome, "Handoff.DoneAssigned", cancellationToken);
    }
}

/// <summary>The manager lets a waiting lead rest for a quarter of an hour.</summary>
internal sealed class DeferLead(LeadDesk desk) : ManagerButton(desk)
{
    /// <summary>Working time: nobody is told at night.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(15);

    protected override Task<PressAnswer> ManageAsync(
        OpenedLead opened,
        ButtonPressed pressed,
        CancellationToken cancellationToken
    )
    {
        var outcome = opened.Lead.Defer(opened.Actor, opened.Rhythm.After(opened.Now, Rest), opened.Now, opened.Rhythm);
        return Desk.AnswerAsync(opened, outcome, "Handoff.DoneDeferred", cancellationToken);
    }
}

/// <summary>The manager lets a waiting lead rest: until when and why is asked in private.</summary>
internal sealed class SnoozeLead(LeadDesk desk) : ManagerButton(desk)
{
    protected override async Task<PressAnswer> ManageAsync(
        OpenedLead opened,
        ButtonPressed pressed,
        CancellationToken cancellationToken
    )
    {
        if (opened.Lead.Status is not LeadStatus.New)
        {
            return LeadDesk.Toast(await Desk.StandsAsync(opened, cancellationToken));
        }

        await Desk.Dialogues.StartAsync(
            pressed,
            AskSnooze.Kind,
            AskSnooze.When,
            new AskSnooze.Draft(),
            cancellationToken,
            opened.Lead.Id.Value,
            ChatAddress.Private(opened.Caller.Id.Value)
        );
        return PressAnswer.Nothing;
    }
}

/// <summary>The manager lets a suspect lead through to the sales chat.</summary>
internal sealed class AdmitLead(LeadDesk desk, HandOut handOut) : ManagerButton(desk)
{
    protected override async Task<PressAnswer> ManageAsync(
        OpenedLead opened,
        ButtonPressed pressed,
        CancellationToken cancellationToken
    )
    {
        var outcome = opened.Lead.Admit(opened.Actor, opened.Now, opened.Rhythm);
        if (outcome is LeadOutcome.Done)
        {
            await handOut.OfferAsync(opened.Lead, cancellationToken);
        }

        return await Desk.AnswerAsync(opened, outcome, "Handoff.DoneAdmitted", cancellationToken);
    }
}
