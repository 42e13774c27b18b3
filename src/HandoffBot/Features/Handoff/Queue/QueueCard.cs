using HandoffBot.Chat;
using HandoffBot.Domain.Digests;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Handoff.Queue;

/// <summary>The message that stands for all leads that wait: how many, since when, who is there, and one button; at the end what it was.</summary>
internal sealed class QueueCard(HandoffDb db, TimeProvider clock)
{
    public async Task<ChatMessage> OfAsync(Rush rush, CancellationToken cancellationToken)
    {
        var team = await db.Teams.AsNoTracking().SingleAsync(t => t.Id == rush.Team, cancellationToken);
        return rush.EndedAt is { } ended
            ? await EndAsync(rush, ended, team, cancellationToken)
            : await NowAsync(team, cancellationToken);
    }

    private async Task<ChatMessage> NowAsync(SalesTeam team, CancellationToken cancellationToken)
    {
        var (words, now) = (team.Words(), clock.GetUtcNow());
        var open = await db
            .Leads.AsNoTracking()
            .Where(l => l.Team == team.Id && l.Status != LeadStatus.Won)
            .Where(l =>
                l.Status == LeadStatus.New || l.Status == LeadStatus.Claimed || l.Status == LeadStatus.Qualified
            )
            .Where(l => !l.IsSuspect && (l.ListId == null || l.Status != LeadStatus.New))
            .NotResting(now)
            .Select(l => new { l.Status, l.WaitingSince })
            .ToListAsync(cancellationToken);
        var reps = await db
            .Members.AsNoTracking()
            .Where(m => m.Team == team.Id && m.LeftAt == null && (m.Roles & Roles.Rep) != 0)
            .ToListAsync(cancellationToken);
        var waiting = open.Where(l => l.Status is LeadStatus.New).ToList();
        var since = waiting.Count == 0 ? now : waiting.Min(w => w.WaitingSince);
        var on = reps.Count(r => r.ShiftAt(now, team.Rhythm.Hours).IsOn);
        return ChatMessage
            .Of(
                Line.Bold(words.Say("Handoff.Queue", waiting.Count, words.Moment(since, now))),
                words.Say("Handoff.QueueWork", open.Count - waiting.Count, on, reps.Count)
            )
            .With([Button.Of(words["Handoff.TakeNext"], LeadVerbs.TakeNext, team.Id.Value)]);
    }

    private async Task<ChatMessage> EndAsync(
        Rush rush,
        DateTimeOffset ended,
        SalesTeam team,
        CancellationToken cancellationToken
    )
    {
        var words = team.Words();
        // Those whose cards were not sent came shortly before it was noticed.
        var from = rush.BeganAt - TimeSpan.FromMinutes(1);
        var leads = await db
            .Leads.AsNoTracking()
            .Where(l =>
                l.Team == team.Id && l.ReceivedAt >= from && l.ReceivedAt <= ended && !l.IsSuspect && l.ListId == null
            )
            .Select(l => new { l.ReceivedAt, l.FirstClaimedAt })
            .ToListAsync(cancellationToken);
        var hours = team.Rhythm.Hours;
        var waits = leads
            .Where(l => l.FirstClaimedAt is not null)
            .Select(l => hours.Between(l.ReceivedAt, l.FirstClaimedAt!.Value))
            .ToList();
        var median = Percentile.Median(waits);
        return ChatMessage.Of(
            Line.Bold(words.Say("Handoff.QueueOver", leads.Count, words.Minutes(ended - rush.BeganAt))),
            words.Say("Handoff.QueueInTime", waits.Count(w => w <= team.Ladder.Sla)),
            median is { } time ? (Line)words.Say("Handoff.QueueMedian", time) : null
        );
    }
}
