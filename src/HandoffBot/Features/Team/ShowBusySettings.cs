using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Team;

/// <summary>Somebody else is in the settings; whoever reads this may go on instead.</summary>
internal sealed class ShowBusySettings(HandoffDb db) : IDelivery
{
    /// <param name="Person">Who is in them.</param>
    /// <param name="Verb">The button that was pressed, which goes on instead of them.</param>
    internal sealed record Arguments(long Team, long Person, string Verb, long Choice);

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var given = row.Read<Arguments>();
        var (id, person) = (new TeamId((int)given.Team), new PersonId(given.Person));
        var team = await db.Teams.AsNoTracking().SingleAsync(t => t.Id == id, cancellationToken);
        var name = await db.People.Where(p => p.Id == person).Select(p => p.Name).SingleAsync(cancellationToken);
        var words = team.Words();
        var message = ChatMessage
            .Of(Line.Bold(words.Say("Team.SettingsBusy", name)), words["Team.SettingsBusyHow"])
            .With([
                Button.Of(words["Team.SettingsInstead"], given.Verb, given.Team, given.Choice, BusySettings.Instead),
            ]);
        return new Speech.Say(message, MessageRole.Other, 0);
    }
}
