using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using HandoffBot.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Team.Webhooks;

/// <summary>Shows the secret, a new one but for the first time; the message goes after ten minutes, as that of a source's key does.</summary>
internal sealed partial class ShowWebhookSecret(
    HandoffDb db,
    CommitWriter writer,
    TimeProvider clock,
    ILogger<ShowWebhookSecret> logger
) : IDelivery
{
    private static readonly TimeSpan ShownFor = TimeSpan.FromMinutes(10);

    internal sealed record Arguments(int Team);

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var id = new TeamId(row.Read<Arguments>().Team);
        if (!row.To.IsPrivate || !await db.Webhooks.AnyAsync(w => w.Team == id, cancellationToken))
        {
            return Speech.Nothing("no such webhook");
        }

        var (secret, isFirst) = await writer.CommitAsync(
            (scope, token) => KeepAsync(scope.Db, row, id, token),
            cancellationToken
        );
        Log.Shown(logger, id.Value);
        var team = await db.Teams.AsNoTracking().SingleAsync(t => t.Id == id, cancellationToken);
        var words = team.Words();
        var message = ChatMessage
            .Of(
                Line.Bold(words.Say("Team.WebhookSecret", team.Name)),
                secret,
                words["Team.WebhookSecretHow"],
                words[isFirst ? "Team.WebhookSecretGoesFirst" : "Team.WebhookSecretGoes"]
            )
            .With([new CopyButton(words["Team.WebhookSecretCopy"], secret)]);
        return new Speech.Say(message, MessageRole.Other, 0);
    }

    public Task SentAsync(
        OutboxMessage row,
        MessageRef message,
        string? fileId,
        HandoffDb marks,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        marks.Say(
            new Intent(
                Deliveries.RemoveSecret,
                row.To,
                string.Create(CultureInfo.InvariantCulture, $"notice:key-{message.ChatId}-{message.MessageId}"),
                OutboxPriority.Answer,
                new Deliveries.Secret(message.MessageId, row.Read<Arguments>().Team, "Team.WebhookSecretGone"),
                now + ShownFor
            ),
            now
        );
        return Task.CompletedTask;
    }

    private async Task<(string Secret, bool IsFirst)> KeepAsync(
        HandoffDb stored,
        OutboxMessage row,
        TeamId id,
        CancellationToken cancellationToken
    )
    {
        var webhook = await stored.Webhooks.SingleAsync(w => w.Team == id, cancellationToken);
        var secret = webhook.ShowSecret(WebhookSigning.MintSecret(), row.CreatedAt, clock.GetUtcNow());
        await stored.SaveChangesAsync(cancellationToken);
        return (secret, webhook.OldSecret is null);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "The secret of the webhook of team {Team} is shown.")]
        public static partial void Shown(ILogger logger, int team);
    }
}
