using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Domain.Webhooks;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Team.Webhooks;

/// <summary>Tells the admin that a team's events do not get out, as it is when this is said.</summary>
internal sealed class TellWebhookTrouble(HandoffDb db, AdminDesk desk, TimeProvider clock) : IDelivery
{
    public WhenUnreachable WhenUnreachable => WhenUnreachable.Wait;

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var id = new TeamId(row.Read<WebhookNotices.Trouble>().Team);
        var team = await db.Teams.AsNoTracking().SingleAsync(t => t.Id == id, cancellationToken);
        var webhook = await db.Webhooks.AsNoTracking().SingleOrDefaultAsync(w => w.Team == id, cancellationToken);
        if (webhook is null or { IsOn: true, ToldAt: null } or { OffBecause: WebhookEnd.ByHand })
        {
            return Speech.Nothing("mended meanwhile");
        }

        var words = await desk.WordsAsync(new PersonId(row.ChatId), cancellationToken);
        var since = words.Since(webhook.OffSince ?? webhook.FailingSince ?? clock.GetUtcNow(), clock.GetUtcNow());
        var what = webhook.OffBecause?.ToString() ?? "Failed";
        var message = ChatMessage
            .Of(
                Line.Bold(words.Say($"Team.WebhookTrouble{what}", team.Name, since)),
                words[webhook.IsOn ? "Team.WebhookTroubleThen" : "Team.WebhookTroubleOffThen"]
            )
            .With([WebhookButton.Of(words["Team.SetWebhook"], WebhookButton.Choice.Show, id)]);
        return new Speech.Say(message, MessageRole.Other, 0);
    }
}
