using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;

namespace HandoffBot.Features.Team;

/// <summary>Somebody said that they manage the team: an admin of the group is asked to confirm it, anybody else is told who may.</summary>
internal sealed class AskManager(HandoffDb db, IChat chat) : IDelivery
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(10);

    internal sealed record Arguments(int Team, long SalesChat);

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var (id, salesChat) = row.Read<Arguments>();
        var team = await db.Teams.FindAsync([new TeamId(id)], cancellationToken);
        if (team is null)
        {
            return Speech.Nothing("no such team");
        }

        var words = team.Words();
        return await chat.IsAdminAsync(salesChat, row.ChatId, cancellationToken) switch
        {
            null => new Speech.Later(Again, "the messenger did not say who runs the group"),
            true => new Speech.Say(
                ChatMessage
                    .Of(Line.Bold(words.Say("Team.ManagerAsk", team.Name)), words["Team.ManagerHow"])
                    .With([Button.Of(words["Team.ManagerYes"], ConfirmManager.Verb, id)]),
                MessageRole.Managing,
                id
            ),
            false => new Speech.Say(ChatMessage.Of(words["Team.ManagerNot"]), MessageRole.Other, 0),
        };
    }
}
