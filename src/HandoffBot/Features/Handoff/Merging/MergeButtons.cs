using HandoffBot.Chat;
using HandoffBot.Domain.Leads;

namespace HandoffBot.Features.Handoff.Merging;

/// <summary>"They are one", under a card that looks like another: asks in private which one stays.</summary>
internal sealed class AskMergeLike(LeadDesk desk, MergeDesk merges) : LeadButton(desk)
{
    protected override async Task<PressAnswer> ActAsync(
        OpenedLead opened,
        ButtonPressed pressed,
        CancellationToken cancellationToken
    )
    {
        var other = new LeadId(pressed.Press!.Choice);
        return await merges.OpenAsync(pressed, opened.Lead.Id, other, cancellationToken) is var (one, second)
            ? LeadDesk.Toast(merges.Ask(pressed, one, second))
            : LeadDesk.Toast(opened.Words.Say("Handoff.NoSuchLead", other.ToString()));
    }
}

/// <summary>"They are one", said to the question which one stays.</summary>
internal sealed class MergeLeads(LeadDesk desk, MergeDesk merges, HandOut handOut) : LeadButton(desk)
{
    protected override async Task<PressAnswer> ActAsync(
        OpenedLead opened,
        ButtonPressed pressed,
        CancellationToken cancellationToken
    )
    {
        var other = new LeadId(pressed.Press!.Choice);
        if (await merges.OpenAsync(pressed, opened.Lead.Id, other, cancellationToken) is not var (one, second))
        {
            return LeadDesk.Toast(opened.Words.Say("Handoff.NoSuchLead", other.ToString()));
        }

        var stays = Lead.WhoStays(one.Lead, second.Lead).Stays;
        var list = stays.ListId;
        var outcome = Lead.Merge(one.Lead, second.Lead, opened.Actor, opened.Now, opened.Rhythm);
        if (outcome is MergeOutcome.Done)
        {
            if (stays.ListId != list)
            {
                await handOut.OfferAsync(stays, cancellationToken);
            }

            await Db.SaveChangesAsync(cancellationToken);
            var arguments = new OfferMerge.Arguments(one.Lead.Id.Value, second.Lead.Id.Value, pressed.MessageId);
            Desk.Replies.Answer(pressed, nameof(OfferMerge), arguments);
        }

        return LeadDesk.Toast(MergeDesk.Answer(outcome, one, second.Lead));
    }
}

/// <summary>Which lead is the same is asked by number.</summary>
internal sealed class ChooseMerge(LeadDesk desk) : LeadButton(desk)
{
    protected override async Task<PressAnswer> ActAsync(
        OpenedLead opened,
        ButtonPressed pressed,
        CancellationToken cancellationToken
    )
    {
        if (!opened.InPrivate)
        {
            return LeadDesk.Toast(opened.Words["Handoff.StartFirst"], alert: true);
        }

        await AskMerge.StartAsync(Desk, pressed, opened, cancellationToken);
        return PressAnswer.Nothing;
    }
}

/// <summary>An inquiry, or a lead, was somebody else's after all.</summary>
internal sealed class TakeApart(LeadDesk desk, MergeDesk merges, PartLead part, TakeOutInquiry takeOut)
    : LeadButton(desk)
{
    protected override async Task<PressAnswer> ActAsync(
        OpenedLead opened,
        ButtonPressed pressed,
        CancellationToken cancellationToken
    )
    {
        var standing = await merges.OpenStandingAsync(pressed, opened.Lead.Id, cancellationToken);
        return LeadDesk.Toast(
            pressed.Press!.Choice is > 0 and var inquiry
                ? await takeOut.HandleAsync(opened, standing!, inquiry, cancellationToken)
                : await part.HandleAsync(opened, standing!, cancellationToken)
        );
    }
}
