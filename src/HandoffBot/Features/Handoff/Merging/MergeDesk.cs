using HandoffBot.Chat;
using HandoffBot.Domain.Leads;

namespace HandoffBot.Features.Handoff.Merging;

/// <summary>Opens the other one of two leads that may be one, and says what came of it.</summary>
internal sealed class MergeDesk(LeadDesk desk, LeadTiesQuery ties)
{
    /// <summary>Both as they stand: a lead that was merged counts as the one that goes on for it. Null: there is no such lead.</summary>
    public async Task<(OpenedLead One, OpenedLead Other)?> OpenAsync(
        Incoming update,
        LeadId one,
        LeadId other,
        CancellationToken cancellationToken
    )
    {
        var first = await OpenStandingAsync(update, one, cancellationToken);
        var second = await OpenStandingAsync(update, other, cancellationToken);
        return first is null || second is null ? null : (first, second);
    }

    public async Task<OpenedLead?> OpenStandingAsync(Incoming update, LeadId id, CancellationToken cancellationToken) =>
        await desk.Access.OpenAsync(update, await ties.StandingAsync(id, cancellationToken), cancellationToken);

    /// <summary>Asks whether they are one, in private, and shows which one stays.</summary>
    /// <returns>What is said at once.</returns>
    public string Ask(Incoming update, OpenedLead one, OpenedLead other)
    {
        if (Lead.RefusesMerge(one.Lead, other.Lead, one.Actor) is { } refused)
        {
            return Answer(refused, one, other.Lead);
        }

        if (!one.InPrivate)
        {
            return one.Words["Handoff.StartFirst"];
        }

        var arguments = new OfferMerge.Arguments(one.Lead.Id.Value, other.Lead.Id.Value);
        desk.Replies.Answer(update, nameof(OfferMerge), arguments, ChatAddress.Private(one.Caller.Id.Value));
        return update.Place.IsPrivate ? "" : one.Say("Handoff.MergeAskedInPrivate");
    }

    public static string Answer(MergeOutcome outcome, OpenedLead opened, Lead other)
    {
        var lead = opened.Lead;
        var (closed, open) = lead.IsOpen ? (other, lead) : (lead, other);
        return outcome switch
        {
            MergeOutcome.Itself => opened.Say("Handoff.MergeItself"),
            MergeOutcome.AlreadyOne => opened.Say("Handoff.MergeAlready", other.Id.ToString()),
            MergeOutcome.Closed => opened.Words.Say("Handoff.MergeClosed", closed.Id.ToString(), open.Id.ToString()),
            MergeOutcome.NotYours => opened.Words["Handoff.MergeNotYours"],
            MergeOutcome.OtherTeams => opened.Words.Say("Handoff.NoSuchLead", other.Id.ToString()),
            MergeOutcome.TestAndReal => opened.Words["Handoff.MergeTest"],
            _ => Done(opened, other),
        };
    }

    private static string Done(OpenedLead opened, Lead other)
    {
        var (goes, stays) = opened.Lead.MergedInto is null ? (other, opened.Lead) : (opened.Lead, other);
        return opened.Words.Say("Handoff.MergeDone", goes.Id.ToString(), stays.Id.ToString());
    }
}
