using HandoffBot.Observability;
using HandoffBot.Persistence;

namespace HandoffBot.Features.Handoff;

/// <summary>Measures how long leads waited for their first owner, taken or assigned.</summary>
internal sealed class FirstClaims(HandoffDb db, HandoffMetrics metrics)
{
    /// <summary>After a verb: counts once it is on disk, if it was the first to give the lead an owner.</summary>
    public void Note(OpenedLead opened)
    {
        if (opened.Lead.FirstClaimedAt == opened.Now)
        {
            var waited = opened.Now - opened.Lead.ReceivedAt;
            db.OnceCommitted(() => metrics.Claimed(waited));
        }
    }
}
