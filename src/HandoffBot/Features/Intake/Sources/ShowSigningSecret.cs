using HandoffBot.Chat;
using HandoffBot.Domain.Intake;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Intake.Sources;

/// <summary>Makes a signing secret while it is being said; the message goes after ten minutes, as that of a key does.</summary>
internal sealed partial class ShowSigningSecret(
    HandoffDb db,
    CommitWriter writer,
    KnownDoors doors,
    TimeProvider clock,
    ILogger<ShowSigningSecret> logger
) : IDelivery
{
    internal sealed record Arguments(long Source);

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var id = row.Read<Arguments>().Source;
        var source = await db.Sources.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancellationToken);
        if (source is null || !row.To.IsPrivate)
        {
            return Speech.Nothing("no such source");
        }

        var secret = PostSignature.MintSecret();
        await writer.CommitAsync((scope, token) => KeepAsync(scope.Db, row, id, secret, token), cancellationToken);
        doors.Forget(source);
        Log.Minted(logger, id);
        var team = await db.Teams.AsNoTracking().SingleAsync(t => t.Id == source.Team, cancellationToken);
        var words = team.Words();
        var message = ChatMessage
            .Of(
                Line.Bold(words.Say("Intake.Secret", OutsideText.Isolate(source.Name))),
                secret,
                words["Intake.SecretHint"],
                $"{PostSignature.TimeHeader}: {words["Intake.SecretTime"]}",
                $"{PostSignature.Header}: {words["Intake.SecretSignature"]}",
                words[source.SigningSecret is null ? "Intake.SecretGoesFirst" : "Intake.SecretGoes"]
            )
            .With([new CopyButton(words["Intake.SecretCopy"], secret)]);
        return new Speech.Say(message, MessageRole.Other, 0);
    }

    public async Task SentAsync(
        OutboxMessage row,
        MessageRef message,
        string? fileId,
        HandoffDb marks,
        CancellationToken cancellationToken
    ) =>
        await RemoveSourceKey.SoonAsync(
            marks,
            row,
            message,
            (row.Read<Arguments>().Source, "Intake.SecretGone"),
            clock.GetUtcNow(),
            cancellationToken
        );

    private async Task KeepAsync(
        HandoffDb stored,
        OutboxMessage row,
        long id,
        string secret,
        CancellationToken cancellationToken
    )
    {
        var source = await stored.Sources.SingleAsync(s => s.Id == id, cancellationToken);
        // As for a key: the answer to the first attempt was lost, and the secret in use must live on.
        if (source.OldSigningUntil - SourceKeys.OldKeyLives >= row.CreatedAt)
        {
            source.RemintSecret(secret);
        }
        else
        {
            source.NewSecret(secret, clock.GetUtcNow(), SourceKeys.OldKeyLives);
        }

        await stored.SaveChangesAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Source {Source} has a new signing secret.")]
        public static partial void Minted(ILogger logger, long source);
    }
}
