using HandoffBot.Domain.Leads;
using HandoffBot.Leadership;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Outbox;

/// <summary>
/// What a leader begins with, done once by a process that follows, with what was said already and to nobody: done for the first
/// time it takes about a second, and after a takeover the chats would wait that second.
/// </summary>
internal sealed partial class Warmup(
    ElectedLeader leader,
    OutboxQueue queue,
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<Warmup> logger
) : BackgroundService
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await leader.FollowsAsync(stoppingToken);
        try
        {
            await HoldAsync(stoppingToken);
            leader.IsReady = true;
        }
        catch (Exception ex) when (!stoppingToken.IsCancellationRequested)
        {
            Log.Failed(logger, ex);
        }
    }

    private async Task HoldAsync(CancellationToken stoppingToken)
    {
        await queue.NextAsync([], atMost: 1, stoppingToken);
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<HandoffDb>();
        await queue.SentLatelyAsync(db, stoppingToken);
        var card = CardOf(await AnyLeadAsync(db, stoppingToken));
        // It never was in the outbox, so nothing is taken.
        await queue.LeaseAsync([card], stoppingToken);
        var delivery = services.ServiceProvider.GetRequiredKeyedService<IDelivery>(card.Delivery);
        await delivery.RenderAsync(card, stoppingToken);
    }

    /// <summary>A card wants a lead; in a new installation the first one is still to come.</summary>
    private static async Task<long> AnyLeadAsync(HandoffDb db, CancellationToken stoppingToken)
    {
        while (true)
        {
            if (await LastLeadAsync(db, stoppingToken) is { } lead)
            {
                return lead.Value;
            }

            // On the machine's own time: it is the machine that warms up.
            await Task.Delay(LookAgain, TimeProvider.System, stoppingToken);
        }
    }

    private static Task<LeadId?> LastLeadAsync(HandoffDb db, CancellationToken cancellationToken) =>
        db.Leads.OrderByDescending(l => l.Id).Select(l => (LeadId?)l.Id).FirstOrDefaultAsync(cancellationToken);

    private OutboxMessage CardOf(long lead)
    {
        var card = new Deliveries.OfLead(lead);
        var intent = new Intent(Deliveries.PostCard, default, nameof(Warmup), OutboxPriority.Card, card);
        return OutboxMessage.Of(intent, clock.GetUtcNow());
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "What a leader begins with could not be tried out; a takeover is slower.")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
