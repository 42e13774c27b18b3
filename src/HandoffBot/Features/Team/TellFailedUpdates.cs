using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;

namespace HandoffBot.Features.Team;

/// <summary>Tells the admin that something somebody pressed or wrote could not be handled, and where the cause is.</summary>
internal sealed class TellFailedUpdates(AdminDesk desk) : IDelivery
{
    public WhenUnreachable WhenUnreachable => WhenUnreachable.Wait;

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var words = await desk.WordsAsync(new PersonId(row.ChatId), cancellationToken);
        var message = ChatMessage.Of(
            Line.Bold(words["Team.UpdateFailed"]),
            words["Team.UpdateFailedWhere"],
            words["Team.UpdateFailedThen"]
        );
        return new Speech.Say(message, MessageRole.Other, 0);
    }
}
