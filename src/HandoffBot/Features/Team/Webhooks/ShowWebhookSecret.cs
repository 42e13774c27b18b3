using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using HandoffBot.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Team.Webhooks;

/// <summary>Makes a secret while it is being said; the message goes after ten minutes, as that of a source's key does.</summary>
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

        var secret = WebhookSigning.MintSecret();
        var isFirst = await writer.CommitAsync(
            (scope, token) => KeepAsync(scope.Db, row, id, secret, token),
            cancellationToken
        );
        Log.Minted(logger, id.Value);
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

    /// <returns>Whether nobody has one yet.</returns>
    private async Task<bool> KeepAsync(
        HandoffDb stored,
        OutboxMessage row,
        TeamId id,
        string secret,
        CancellationToken cancellationToken
    )
    {
        var webhook = await stored.Webhooks.SingleAsync(w => w.Team == id, cancellationToken);
        webhook.ShowSecret(secret, row.CreatedAt, clock.GetUtcNow());
        await stored.SaveChangesAsync(cancellationToken);
        return webhook.OldSecret is null;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "The webhook of team {Team} has a new secret.")]
        public static partial void Minted(ILogger logger, int team);
    }
}
