using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Forgetting;

/// <summary>Writes over all that stands in one chat about a lead whose contact was forgotten.</summary>
internal sealed class CoverMessages(HandoffDb db) : IDelivery
{
    internal sealed record Arguments(long Lead);

    /// <summary>In the chat of somebody who blocked the bot it is done once they are back.</summary>
    public WhenUnreachable WhenUnreachable => WhenUnreachable.Wait;

    public static Intent Of(long lead, ChatAddress place) =>
        new(nameof(CoverMessages), place, $"forget:{lead}", OutboxPriority.Refresh, new Arguments(lead));

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var id = row.Read<Arguments>().Lead;
        var told = await StandingMessagesOf.LeadsAsync(db, [id], cancellationToken);
        var standing = told.Where(m => m.ChatId == row.ChatId).ToList();
        if (standing.Count == 0)
        {
            return Speech.Nothing("nothing stands there");
        }

        var stub = await StubAsync(db, new LeadId(id), cancellationToken);
        return new Speech.Redraw([.. standing.Select(m => new Redrawing(m.Ref, stub))]);
    }

    /// <summary>In the language of the lead's team.</summary>
    public static async Task<ChatMessage> StubAsync(HandoffDb db, LeadId lead, CancellationToken cancellationToken)
    {
        var team = await db
            .Teams.AsNoTracking()
            .SingleAsync(t => db.Leads.Any(l => l.Id == lead && l.Team == t.Id), cancellationToken);
        return ForgottenText.Of(lead, team.Words());
    }
}
