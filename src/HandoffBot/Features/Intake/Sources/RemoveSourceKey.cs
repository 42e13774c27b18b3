using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Intake.Sources;

/// <summary>Takes a message with a key away again; what Telegram does not delete any more is written over.</summary>
internal sealed class RemoveSourceKey(HandoffDb db) : IDelivery
{
    internal sealed record Arguments(int MessageId, int Team);

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var given = row.Read<Arguments>();
        var id = new TeamId(given.Team);
        var team = await db.Teams.AsNoTracking().SingleAsync(t => t.Id == id, cancellationToken);
        var instead = ChatMessage.Of(team.Words()["Intake.KeyGone"]);
        return new Speech.Delete(new MessageRef(row.ChatId, given.MessageId), instead);
    }
}
