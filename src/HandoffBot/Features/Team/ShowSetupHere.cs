using HandoffBot.Chat;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;

namespace HandoffBot.Features.Team;

/// <summary>A button in the chat for an admin who writes anonymously: the press names the person.</summary>
internal sealed class ShowSetupHere(HandoffDb db, AdminDesk desk) : IDelivery
{
    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var chat = await db.Chats.FindAsync([row.ChatId, row.ThreadId], cancellationToken);
        var team = chat?.Team is null ? null : await db.Teams.FindAsync([chat.Team.Value], cancellationToken);
        var words = team?.Words() ?? await desk.WordsAsync(cancellationToken);
        var message = ChatMessage.Of(words["Team.SetupHere"]).With([Button.Of(words["Team.ItIsMe"], SetupHere.Verb)]);
        return new Speech.Say(message, MessageRole.Other, 0);
    }
}
