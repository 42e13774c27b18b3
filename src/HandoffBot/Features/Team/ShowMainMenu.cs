using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;

namespace HandoffBot.Features.Team;

/// <summary>The menu of one member.</summary>
internal sealed class ShowMainMenu(HandoffDb db, MainMenu menu, OtherTeams others) : IDelivery
{
    internal sealed record Arguments(int Team);

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var id = new TeamId(row.Read<Arguments>().Team);
        var person = await db.People.FindAsync([new PersonId(row.ChatId)], cancellationToken);
        var member = await db.Members.FindAsync([id, new PersonId(row.ChatId)], cancellationToken);
        var team = await db.Teams.FindAsync([id], cancellationToken);
        if (person is null || team is null || member is not { IsPresent: true })
        {
            return Speech.Nothing("no longer in the team");
        }

        var place = new Place(row.To, PlaceKind.Private, person.Name);
        var words = team.Words();
        var buttons = menu.For(new Caller(person, member, team, place))
            .Select(i => Button.Of(words[i.LabelKey], MenuButton.Verb, id.Value, i.Number))
            .ToList();
        var message = ChatMessage.Of(Line.Bold(words.Say("Team.MenuTitle", team.Name)), words["Team.MenuHow"]);
        IReadOnlyList<IReadOnlyList<Button>> rows = [.. buttons.Take(1).Chunk(1), .. buttons.Skip(1).Chunk(2)];
        message = await others.MarkAsync(message with { Keyboard = rows }, row.To, team, cancellationToken, "menu");
        return new Speech.Say(message, MessageRole.Other, 0);
    }
}
