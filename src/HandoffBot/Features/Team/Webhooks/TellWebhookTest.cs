using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using HandoffBot.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Team.Webhooks;

/// <summary>Shows how a webhook answered to a test.</summary>
internal sealed class TellWebhookTest(HandoffDb db) : IDelivery
{
    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var result = row.Read<WebhookNotices.TestResult>();
        var id = new TeamId(result.Team);
        var team = await db.Teams.AsNoTracking().SingleAsync(t => t.Id == id, cancellationToken);
        var words = team.Words();
        var message = result.Trouble is { } trouble
            ? ChatMessage.Of(
                Line.Bold(words.Say("Team.WebhookTestWrong", WebhookText.Of(trouble, result.Status, words))),
                words["Team.WebhookTestWrongThen"]
            )
            : ChatMessage.Of(
                Line.Bold(
                    words.Say(
                        "Team.WebhookTestWell",
                        result.Status?.ToString(CultureInfo.InvariantCulture),
                        result.Milliseconds
                    )
                ),
                words["Team.WebhookTestWellThen"]
            );
        return new Speech.Say(message, MessageRole.Other, 0);
    }
}
