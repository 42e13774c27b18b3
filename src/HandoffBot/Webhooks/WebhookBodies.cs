using System.Text.Encodings.Web;
using System.Text.Json;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Webhooks;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Webhooks;

/// <summary>Writes what a webhook is told: the event as it was, the lead and its contact as they are now.</summary>
internal sealed class WebhookBodies(HandoffDb db, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        // It goes to programs, not into pages: letters stay letters.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Null: the lead or its event is not there any more.</summary>
    public async Task<byte[]?> OfAsync(WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        var what = await db
            .LeadEvents.AsNoTracking()
            .SingleOrDefaultAsync(e => e.Lead == delivery.Lead && e.Number == delivery.Number, cancellationToken);
        var found = await FindAsync(delivery.Lead, cancellationToken);
        if (what is null || found is null)
        {
            return null;
        }

        var data = new EventData(
            new EventData.EventPart(
                what.Number,
                what.Actor?.Value,
                JsonSerializer.Deserialize<JsonElement>(what.Codes)
            ),
            found.LeadPart(),
            found.ContactPart()
        );
        return Write(EventType.Of(what.Kind), what.At, data);
    }

    public async Task<byte[]> TestAsync(Webhook webhook, CancellationToken cancellationToken)
    {
        var team = await db
            .Teams.AsNoTracking()
            .Where(t => t.Id == webhook.Team)
            .Select(t => t.Name)
            .SingleAsync(cancellationToken);
        return Write(EventType.Test, clock.GetUtcNow(), new { team });
    }

    private static byte[] Write(string type, DateTimeOffset timestamp, object data) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                type,
                timestamp,
                data,
            },
            Json
        );

    private Task<ToldLead?> FindAsync(LeadId id, CancellationToken cancellationToken) =>
        (
            from lead in db.Leads.AsNoTracking().Include(l => l.Contact)
            where lead.Id == id
            join team in db.Teams on lead.Team equals team.Id
            join source in db.Sources on lead.SourceId equals source.Id
            join campaign in db.Campaigns on lead.CampaignId equals campaign.Id into campaigns
            from campaign in campaigns.DefaultIfEmpty()
            select new ToldLead(
                lead,
                team,
                source.Name,
                campaign == null ? null : campaign.Name,
                db.People.Where(p => p.Id == lead.Owner).Select(p => p.Name).FirstOrDefault(),
                db.LeadWords.Where(w => w.Lead == id && w.Kind == WordsKind.Message)
                    .OrderByDescending(w => w.Id)
                    .Select(w => w.Text)
                    .FirstOrDefault()
            )
        ).SingleOrDefaultAsync(cancellationToken);
}
