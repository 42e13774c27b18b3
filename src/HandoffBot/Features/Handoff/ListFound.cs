using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Handoff;

/// <summary>What was found, seven at most, the newest first.</summary>
internal sealed class ListFound(HandoffDb db, LeadSheets sheets, OtherTeams others) : IDelivery
{
    /// <summary>With the title, which says when there are more: the eight lines of a message.</summary>
    private const int Shown = 7;

    /// <summary>The end of a whole phone: before it people write 8, 0 or the country.</summary>
    private const int PhoneEnd = 9;

    internal sealed record Arguments(int Team, long Person, bool SeesAll, string Asked);

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var given = row.Read<Arguments>();
        var team = new TeamId(given.Team);
        var home = await db.Teams.AsNoTracking().SingleAsync(t => t.Id == team, cancellationToken);
        var words = home.Words();
        var ids = await FindAsync(given, team, cancellationToken);
        if (ids.Count == 0)
        {
            var none = ChatMessage.Of(words.Say("Handoff.FoundNone", words.Quoted(given.Asked)));
            none = await others.MarkAsync(none, row.To, home, cancellationToken);
            return new Speech.Say(none, MessageRole.Other, 0);
        }

        var isAll = ids.Count <= Shown;
        ids = [.. ids.Take(Shown)];
        var lines = new List<Line?> { Line.Bold(words.Say(isAll ? "Handoff.Found" : "Handoff.FoundFirst", ids.Count)) };
        foreach (var id in ids)
        {
            var sheet = (await sheets.FindAsync(id, cancellationToken))!;
            lines.Add($"{LeadCard.Title(sheet)} · {LeadCard.Ending(sheet)}");
        }

        var buttons = ids.Select(id => Button.Of(id.ToString(), LeadVerbs.Open, id.Value)).Chunk(2);
        var message = ChatMessage.Of([.. lines]).With([.. buttons]);
        message = await others.MarkAsync(message, row.To, home, cancellationToken);
        return new Speech.Say(message, MessageRole.Other, 0, [.. ids.Select(i => i.Value)]);
    }

    private async Task<List<LeadId>> FindAsync(Arguments given, TeamId team, CancellationToken cancellationToken)
    {
        var person = new PersonId(given.Person);
        var asked = given.Asked.ToLowerInvariant();
        var digits = new string([.. given.Asked.Where(char.IsAsciiDigit)]);
        var number = LeadId.Parse(given.Asked) ?? new LeadId(0);
        var byPhone = digits.Length switch
        {
            > PhoneEnd => digits[^PhoneEnd..],
            >= 3 => digits,
            _ => asked,
        };
        return await db
            .Leads.AsNoTracking()
            .Where(l => l.Team == team)
            .Where(l =>
                l.Id == number
                || l.SearchText.Contains(asked)
                || (
                    (given.SeesAll || l.Owner == person)
                    && (l.Contact.SearchText.Contains(asked) || l.Contact.SearchText.Contains(byPhone))
                )
            )
            .OrderByDescending(l => l.ReceivedAt)
            .Select(l => l.Id)
            .Take(Shown + 1)
            .ToListAsync(cancellationToken);
    }
}
