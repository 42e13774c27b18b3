using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Handoff.Merging;

/// <summary>Two leads that were merged are two again.</summary>
internal sealed class PartLead(HandoffDb db, HandOut handOut)
{
    /// <param name="opened">The lead that was merged.</param>
    /// <param name="standing">The one that goes on for it now.</param>
    public async Task<string> HandleAsync(OpenedLead opened, OpenedLead standing, CancellationToken cancellationToken)
    {
        var (lead, words) = (opened.Lead, opened.Words);
        if (lead.MergedInto is not { } into)
        {
            return opened.Say("Handoff.ApartAlready");
        }

        // Who may work the one that goes on for all may take any of them out of it.
        var actor = opened.Actor with
        {
            IsManager = standing.Lead.MayWork(opened.Actor),
        };
        var parent = await db.Leads.Include(l => l.Contact).SingleAsync(l => l.Id == into, cancellationToken);
        var outcome = lead.PartFrom(parent, actor, opened.Now, opened.Rhythm);
        if (outcome is not LeadOutcome.Done)
        {
            return outcome switch
            {
                LeadOutcome.NotYours => words["Handoff.MergeNotYours"],
                LeadOutcome.Closed => opened.Say("Handoff.ApartForgotten"),
                _ => opened.Say("Handoff.ApartAlready"),
            };
        }

        await SettleOwnerAsync(opened, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return words.Say("Handoff.ApartDone", lead.Id.ToString(), parent.Id.ToString());
    }

    /// <summary>Who had it may have left meanwhile; one that waits is offered as any other.</summary>
    private async Task SettleOwnerAsync(OpenedLead opened, CancellationToken cancellationToken)
    {
        var lead = opened.Lead;
        if (
            lead.IsOwned
            && !await db.Members.AnyAsync(
                m => m.Team == lead.Team && m.Person == lead.Owner && m.LeftAt == null,
                cancellationToken
            )
        )
        {
            lead.Orphan(opened.Now, opened.Rhythm);
        }

        await handOut.OfferAsync(lead, cancellationToken);
    }
}
