using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;

namespace HandoffBot.Features.Team;

/// <summary>Tells a new sales chat what it is, and lets whoever runs the group become the team's manager.</summary>
internal sealed class OfferManaging(HandoffDb db) : IDelivery
{
    internal sealed record Arguments(int Team);

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var id = new TeamId(row.Read<Arguments>().Team);
        var chat = await db.Chats.FindAsync([row.ChatId, row.ThreadId], cancellationToken);
        if (chat?.Team != id || await db.Teams.FindAsync([id], cancellationToken) is not { } team)
        {
            return Speech.Nothing("the chat serves another team meanwhile");
        }

        var words = team.Words();
        var message = ChatMessage
            .Of(Line.Bold(words.Say("Team.SalesHere", team.Name)), words["Team.SalesHereHow"])
            .With([Button.Of(words["Team.Manage"], ClaimManaging.Verb, id.Value)]);
        return new Speech.Say(message with { Silent = true }, MessageRole.Other, 0);
    }
}
