using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Team;

/// <summary>Tells the manager whose leads wait again because they left, and lets them be given to somebody.</summary>
internal sealed class TellOrphans(HandoffDb db) : IDelivery
{
    private const int Listed = 6;

    internal sealed record Arguments(int Team, long Left, IReadOnlyList<long> Leads);

    public WhenUnreachable WhenUnreachable => WhenUnreachable.Wait;

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var given = row.Read<Arguments>();
        var (id, left) = (new TeamId(given.Team), new PersonId(given.Left));
        var team = await db.Teams.AsNoTracking().SingleAsync(t => t.Id == id, cancellationToken);
        var name = await db.People.Where(p => p.Id == left).Select(p => p.Name).SingleAsync(cancellationToken);
        var words = team.Words();
        var numbers = string.Join(", ", given.Leads.Take(Listed).Select(l => new LeadId(l)));
        var rest = given.Leads.Count - Listed;
        var message = ChatMessage.Of(
            Line.Bold(words.Say("Team.Orphans", name, given.Leads.Count)),
            rest > 0 ? words.Say("Team.OrphansMore", numbers, rest) : numbers
        );
        var buttons = given
            .Leads.Take(Listed)
            .Select(l => Button.Of(words.Say("Team.OrphanTo", new LeadId(l).ToString()), LeadVerbs.ChooseAssignee, l))
            .Chunk(2);
        return new Speech.Say(message.With([.. buttons]), MessageRole.Reminder, 0, [.. given.Leads.Take(Listed)]);
    }
}
