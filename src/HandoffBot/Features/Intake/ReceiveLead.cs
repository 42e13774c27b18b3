using HandoffBot.Chat;
using HandoffBot.Domain.Campaigns;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Intake;

/// <summary>Somebody asks: a lead of its own, or the open one of the same contact. Runs in the writer's transaction.</summary>
internal sealed class ReceiveLead(HandoffDb db, KnownLeads known, Joining joining, HandOut handOut, TimeProvider clock)
{
    private static readonly Recognition Nobody = new(null, null, null);

    public async Task<ReceivedLead> HandleAsync(Door door, NewInquiry asked, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        // The door may have been looked at a second ago.
        var team = await db.TeamAsync(door.Team.Id, cancellationToken);
        if (team.Handing.Mode is not HandingMode.Free)
        {
            // Whose turn it is depends on those before: they are saved, to be counted.
            await db.SaveGatheredAsync(cancellationToken);
        }
        else if (await db.TryGatherAsync(asked.LikenessAt(door), cancellationToken))
        {
            var fresh = await AddAsync(door, team, asked, Nobody, now, cancellationToken);
            Remember(door, asked, fresh, now);
            await db.GatherAsync(fresh, cancellationToken);
            return new ReceivedLead.Accepted(fresh.Id);
        }

        if (await BeforeAsync(door, asked, cancellationToken) is { } before)
        {
            return new ReceivedLead.Duplicate(before);
        }

        var seen = await known.RecogniseAsync(door, asked, now, cancellationToken);
        if (seen.Open is { } open)
        {
            var campaign = await CampaignAsync(door, asked.Campaign, now, cancellationToken);
            var said = new AskedAnew(asked.ContactAt(door), asked.Product, asked.City, campaign);
            await joining.JoinAsync(open, Remember(door, asked, open, now), said, cancellationToken);
            if (asked.ListId is null && open.ComeForward(now, team.Rhythm))
            {
                await handOut.OfferAsync(open, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
            }

            return new ReceivedLead.Joined(open.Id);
        }

        var lead = await AddAsync(door, team, asked, seen, now, cancellationToken);
        Remember(door, asked, lead, now);
        // Those of a list wait in their queue.
        await (asked.ListId is null ? handOut.OfferAsync(lead, cancellationToken) : Task.CompletedTask);
        await db.SaveChangesAsync(cancellationToken);
        return new ReceivedLead.Accepted(lead.Id);
    }

    /// <summary>A lead of its own, of somebody who is not known: to be saved by the caller, with others.</summary>
    public async Task AddNewAsync(Door door, NewInquiry asked, CancellationToken cancellationToken)
    {
        var (now, team) = (clock.GetUtcNow(), await db.TeamAsync(door.Team.Id, cancellationToken));
        Remember(door, asked, await AddAsync(door, team, asked, Nobody, now, cancellationToken), now);
    }

    private async Task<LeadId?> BeforeAsync(Door door, NewInquiry asked, CancellationToken cancellationToken) =>
        asked.KeyKind is InquiryKey.Own
            ? null
            : await db
                .Inquiries.Where(i => i.SourceId == door.Source.Id && i.KeyKind == asked.KeyKind && i.Key == asked.Key)
                .Select(i => (LeadId?)i.Lead)
                .SingleOrDefaultAsync(cancellationToken);

    private async Task<Lead> AddAsync(
        Door door,
        SalesTeam team,
        NewInquiry asked,
        Recognition seen,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var campaign = await CampaignAsync(door, asked.Campaign, now, cancellationToken);
        var given = new NewLead(
            door.Team.Id,
            door.Source.Id,
            campaign,
            asked.ContactAt(door),
            asked.Product,
            asked.City,
            asked.IsTest,
            asked.IsSuspect
        )
        {
            Priority = door.Source.Priority,
            ListId = asked.ListId,
            IsArriving = asked.IsArriving,
            Former = seen.Former,
            Like = seen.Like,
        };
        var id = new LeadId(await db.NextAsync("lead", cancellationToken));
        return db.Leads.Add(Lead.Receive(id, given, now, team.Rhythm)).Entity;
    }

    private async Task<long?> CampaignAsync(
        Door door,
        string? name,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (name is null)
        {
            return null;
        }

        var (team, code) = (door.Team.Id, Campaign.Fold(name));
        if (db.Memory?.Campaigns.TryGetValue((team, code), out var remembered) == true)
        {
            return remembered;
        }

        var id =
            await db
                .Campaigns.Where(c => c.Team == team && c.Code == code)
                .Select(c => (long?)c.Id)
                .SingleOrDefaultAsync(cancellationToken)
            ?? await AddCampaignAsync(team, code, name, now, cancellationToken);
        db.Memory?.Campaigns.Add((team, code), id);
        return id;
    }

    private async Task<long> AddCampaignAsync(
        TeamId team,
        string code,
        string name,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var seen = new Campaign
        {
            Team = team,
            Code = code,
            Name = name,
            FirstSeenAt = now,
        };
        db.Campaigns.Add(seen);
        await db.SaveChangesAsync(cancellationToken);
        return seen.Id;
    }

    private AskedWords Remember(Door door, NewInquiry asked, Lead lead, DateTimeOffset now)
    {
        var inquiry = new Inquiry
        {
            SourceId = door.Source.Id,
            KeyKind = asked.KeyKind,
            Key = asked.Key,
            Lead = lead.Id,
            ReceivedAt = now,
            OccurredAt = asked.OccurredAt,
        };
        var words = new[] { (WordsKind.Message, asked.Message), (WordsKind.Trace, asked.Trace) }
            .Where(w => w.Item2 is not null)
            .Select(w => new LeadWords
            {
                Lead = lead.Id,
                Kind = w.Item1,
                Text = w.Item2!,
                At = now,
            })
            .ToList();
        db.Inquiries.Add(inquiry);
        db.LeadWords.AddRange(words);
        return new AskedWords(inquiry, words);
    }
}
