using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;

namespace HandoffBot.Features.Team;

/// <summary>Asks which of the other teams is meant.</summary>
internal sealed class AskOtherTeam(OtherTeams others, AdminDesk desk) : IDelivery
{
    private const int AtMost = 24;

    /// <param name="Shown">The team that was seen, which is not offered.</param>
    internal sealed record Arguments(string Command, int Shown);

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var given = row.Read<Arguments>();
        var person = new PersonId(row.ChatId);
        var teams = await others.OfAsync(person, given.Command, cancellationToken);
        var words = await desk.WordsAsync(person, cancellationToken);
        var buttons = teams.Where(t => t.Id.Value != given.Shown).Take(AtMost);
        return new Speech.Say(
            ChatMessage
                .Of(Line.Bold(words["Team.OtherWhich"]))
                .With([.. buttons.Select(t => OtherTeams.Choice(t, given.Command)).Chunk(2)]),
            MessageRole.Other,
            0
        );
    }
}
