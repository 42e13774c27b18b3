using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Intake.Sources;

/// <summary>Takes a message with a key or a secret away again; what Telegram does not delete any more is written over.</summary>
internal sealed class RemoveSourceKey(HandoffDb db) : IDelivery
{
    private static readonly TimeSpan ShownFor = TimeSpan.FromMinutes(10);

    /// <param name="Instead">The text it is written over with.</param>
    internal sealed record Arguments(int MessageId, int Team, string Instead = "Intake.KeyGone");

    /// <summary>Once it has been shown for ten minutes.</summary>
    public static async Task SoonAsync(
        HandoffDb marks,
        OutboxMessage shown,
        MessageRef message,
        (long Source, string Instead) of,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var team = await marks.Sources.Where(s => s.Id == of.Source).Select(s => s.Team).SingleAsync(cancellationToken);
        marks.Say(
            new Intent(
                nameof(RemoveSourceKey),
                shown.To,
                string.Create(CultureInfo.InvariantCulture, $"notice:key-{message.ChatId}-{message.MessageId}"),
                OutboxPriority.Answer,
                new Arguments(message.MessageId, team.Value, of.Instead),
                now + ShownFor
            ),
            now
        );
    }

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var given = row.Read<Arguments>();
        var id = new TeamId(given.Team);
        var team = await db.Teams.AsNoTracking().SingleAsync(t => t.Id == id, cancellationToken);
        var instead = ChatMessage.Of(team.Words()[given.Instead]);
        return new Speech.Delete(new MessageRef(row.ChatId, given.MessageId), instead);
    }
}
