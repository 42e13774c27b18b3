using HandoffBot.Chat;
using HandoffBot.Domain.Intake;
using HandoffBot.Domain.Leads;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Intake.Sources;

/// <summary>Makes a key while it is being said, so that it stands nowhere but in the message; that goes after ten minutes.</summary>
internal sealed partial class ShowSourceKey(
    HandoffDb db,
    CommitWriter writer,
    PublicAddress address,
    TimeProvider clock,
    ILogger<ShowSourceKey> logger
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

        var key = SourceKeys.Mint();
        await writer.CommitAsync((scope, token) => KeepAsync(scope.Db, row, id, key, token), cancellationToken);
        Log.Minted(logger, id);
        var team = await db.Teams.AsNoTracking().SingleAsync(t => t.Id == source.Team, cancellationToken);
        return new Speech.Say(Message(team.Words(), source, key), MessageRole.Other, 0);
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
            (row.Read<Arguments>().Source, "Intake.KeyGone"),
            clock.GetUtcNow(),
            cancellationToken
        );

    private async Task KeepAsync(
        HandoffDb stored,
        OutboxMessage row,
        long id,
        string key,
        CancellationToken cancellationToken
    )
    {
        var source = await stored.Sources.SingleAsync(s => s.Id == id, cancellationToken);
        // The answer to the first attempt was lost: the key before both must live on, not the one nobody may have seen.
        var isRepeat = source.OldKeyUntil - SourceKeys.OldKeyLives >= row.CreatedAt;
        if (isRepeat)
        {
            source.Remint(SourceKeys.Hash(key));
        }
        else
        {
            source.Rekey(SourceKeys.Hash(key), clock.GetUtcNow(), SourceKeys.OldKeyLives);
        }

        await stored.SaveChangesAsync(cancellationToken);
    }

    private ChatMessage Message(Wording words, Source source, string key) =>
        ChatMessage
            .Of(
                Line.Bold(words.Say("Intake.Key", OutsideText.Isolate(source.Name))),
                key,
                words["Intake.KeyHint"],
                $"curl {address.Of("/api/leads")} \\",
                $"  -H 'Authorization: Bearer {key}' \\",
                "  -H 'Content-Type: application/json' \\",
                $"  -d '{words.Say("Intake.KeyExample")}'",
                words[source.KeyHash is null ? "Intake.KeyGoesFirst" : "Intake.KeyGoes"]
            )
            .With([new CopyButton(words["Intake.KeyCopy"], key)]);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Source {Source} has a new key.")]
        public static partial void Minted(ILogger logger, long source);
    }
}
