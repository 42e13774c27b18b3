using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;

namespace HandoffBot.Features.Team;

/// <summary>Asks somebody in private, for a manager, whether they are there: one press answers.</summary>
internal sealed class PingMate(HandoffDb db) : IDelivery
{
    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var given = row.Read<CallMate.Arguments>();
        var team = await db.Teams.FindAsync([new TeamId(given.Team)], cancellationToken);
        var member = await db.Members.FindAsync(
            [new TeamId(given.Team), new PersonId(given.Person)],
            cancellationToken
        );
        var by = await db.People.FindAsync([new PersonId(given.By)], cancellationToken);
        if (team is null || by is null || member is not { IsPresent: true })
        {
            return Speech.Nothing("left meanwhile");
        }

        var words = team.Words();
        var title = Line.Bold(words.Say("Team.Ping", by.Name));
        if (!member.MaySell)
        {
            return new Speech.Say(ChatMessage.Of(title, words["Team.PingMenu"]), MessageRole.Other, 0);
        }

        var message = ChatMessage
            .Of(title, words["Team.PingHow"])
            .With([Of("Team.ShiftComeOn", ShiftButton.On), Of("Team.ShiftGoOff", ShiftButton.Off)]);
        return new Speech.Say(message, MessageRole.Other, 0);

        Button Of(string key, int choice) => Button.Of(words[key], ShiftButton.Verb, given.Team, choice, given.Person);
    }
}
